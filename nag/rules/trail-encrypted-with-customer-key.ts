import type { Rule } from '../rule';
import { isGiven } from '../template-value';

/** The log files of a trail are encrypted with a key of the organization. */
export const trailEncryptedWithCustomerKey: Rule = {
  id: 'trail-encrypted-with-customer-key',
  severity: 'high',
  types: ['AWS::CloudTrail::Trail'],
  text: {
    what: {
      en: 'The trail is not encrypted with a customer managed key.',
      ja: '証跡がカスタマーマネージドキーで暗号化されていません。',
    },
    why: {
      en: 'Whoever can read the bucket can read the logs; a key of its own adds a second, recorded permission.',
      ja: 'バケットを読める人は誰でもログを読めます。専用のキーは、記録の残る第二の許可になります。',
    },
    fix: {
      en: 'Set kmsKeyId to the key of the log archive.',
      ja: 'kmsKeyId にログアーカイブのキーを指定してください。',
    },
  },
  reference:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
  judge({ properties }) {
    return isGiven(properties, 'KMSKeyId') ? 'compliant' : 'non-compliant';
  },
};
