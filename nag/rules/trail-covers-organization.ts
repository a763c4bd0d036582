import type { Rule } from '../rule';
import { isOn } from '../template-value';

/** A trail records every account of the organization. */
export const trailCoversOrganization: Rule = {
  id: 'trail-covers-organization',
  severity: 'critical',
  types: ['AWS::CloudTrail::Trail'],
  text: {
    what: {
      en: 'The trail does not record every account of the organization.',
      ja: '証跡が組織の全アカウントを記録していません。',
    },
    why: {
      en: 'What happens in a member account would leave no evidence outside of it.',
      ja: 'メンバーアカウントで起きたことの証拠が、そのアカウントの外に残りません。',
    },
    fix: {
      en: 'Set isOrganizationTrail true, in the management account.',
      ja: '管理アカウントで isOrganizationTrail を true にしてください。',
    },
  },
  reference:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
  judge({ properties }) {
    return isOn(properties, 'IsOrganizationTrail') ? 'compliant' : 'non-compliant';
  },
};
