import type { Rule } from '../rule';
import { isOn } from '../template-value';

/** The log files of a trail can be proven unchanged. */
export const trailValidatesLogFiles: Rule = {
  id: 'trail-validates-log-files',
  severity: 'high',
  types: ['AWS::CloudTrail::Trail'],
  text: {
    what: {
      en: 'Log file validation of the trail is off.',
      ja: '証跡のログファイル検証が無効です。',
    },
    why: {
      en: 'Nobody could prove that the logs were not changed or deleted; CloudTrail writes no digests.',
      ja: 'CloudTrail がダイジェストを書き込まないため、ログが改変も削除もされていないことを証明できません。',
    },
    fix: {
      en: 'Set enableLogFileValidation true.',
      ja: 'enableLogFileValidation を true にしてください。',
    },
  },
  reference:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
  judge({ properties }) {
    return isOn(properties, 'EnableLogFileValidation') ? 'compliant' : 'non-compliant';
  },
};
