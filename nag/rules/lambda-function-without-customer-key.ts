import type { Rule } from '../rule';
import { isGiven } from '../template-value';

/** Inspector can scan every function. */
export const lambdaFunctionWithoutCustomerKey: Rule = {
  id: 'lambda-function-without-customer-key',
  severity: 'medium',
  types: ['AWS::Lambda::Function'],
  text: {
    what: {
      en: 'The function is encrypted with a customer managed key.',
      ja: '関数がカスタマーマネージドキーで暗号化されています。',
    },
    why: {
      en: 'Amazon Inspector does not scan such functions, so their vulnerabilities stay unknown. This baseline prefers to be scanned; secrets never live in the environment.',
      ja: 'Amazon Inspector はそのような関数をスキャンしないため、脆弱性が分からないままになります。この基準ではスキャンを優先し、環境変数に秘密を置きません。',
    },
    fix: {
      en: 'Remove kmsKeyArn and environmentEncryption, and keep secrets in Secrets Manager.',
      ja: 'kmsKeyArn と environmentEncryption を外し、秘密は Secrets Manager に置いてください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/inspector/latest/user/scanning-lambda.html',
  judge({ properties }) {
    return isGiven(properties, 'KmsKeyArn') ? 'non-compliant' : 'compliant';
  },
};
