import type { Rule } from '../rule';
import { isOn } from '../template-value';

/** A trail records. */
export const trailIsLogging: Rule = {
  id: 'trail-is-logging',
  severity: 'critical',
  types: ['AWS::CloudTrail::Trail'],
  text: {
    what: {
      en: 'The trail is switched off.',
      ja: '証跡が停止しています。',
    },
    why: {
      en: 'It would be there, and record nothing.',
      ja: '存在していても、何も記録しません。',
    },
    fix: {
      en: 'Set isLogging true.',
      ja: 'isLogging を true にしてください。',
    },
  },
  reference:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
  judge({ properties }) {
    return isOn(properties, 'IsLogging') ? 'compliant' : 'non-compliant';
  },
};
