import type { Rule } from '../rule';
import { isGiven } from '../template-value';

/** Every log group is encrypted with a key of its account. */
export const logGroupCustomerKey: Rule = {
  id: 'log-group-customer-key',
  severity: 'medium',
  types: ['AWS::Logs::LogGroup'],
  text: {
    what: {
      en: 'The log group is not encrypted with a customer managed key.',
      ja: 'ロググループがカスタマーマネージドキーで暗号化されていません。',
    },
    why: {
      en: 'Prompts, answers and audit records are in logs; a key of its own adds a second, recorded permission to read them.',
      ja: 'ログにはプロンプト、回答、監査記録が含まれます。専用のキーは、読み取りに記録の残る第二の許可を加えます。',
    },
    fix: {
      en: 'Set kmsKeyId to a key whose policy allows CloudWatch Logs of the account.',
      ja: 'アカウントの CloudWatch Logs を許可するキーを kmsKeyId に指定してください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  judge({ properties }) {
    return isGiven(properties, 'KmsKeyId') ? 'compliant' : 'non-compliant';
  },
};
