import type { Rule } from '../rule';
import { isOn, known } from '../template-value';

/** A trail records every region and the global services. */
export const trailCoversEveryRegion: Rule = {
  id: 'trail-covers-every-region',
  severity: 'critical',
  types: ['AWS::CloudTrail::Trail'],
  text: {
    what: {
      en: 'The trail records one region only.',
      ja: '証跡が 1 つのリージョンしか記録していません。',
    },
    why: {
      en: 'An intruder works where nobody looks.',
      ja: '侵入者は誰も見ていないリージョンで活動します。',
    },
    fix: {
      en: 'Set isMultiRegionTrail true and includeGlobalServiceEvents true.',
      ja: 'isMultiRegionTrail と includeGlobalServiceEvents を true にしてください。',
    },
  },
  reference:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
  judge({ properties }) {
    return isOn(properties, 'IsMultiRegionTrail') && known(properties, 'IncludeGlobalServiceEvents') !== false
      ? 'compliant'
      : 'non-compliant';
  },
};
