import type { Rule } from '../rule';
import { isGiven } from '../template-value';

/** Every guardrail is encrypted with a key of its account. */
export const bedrockGuardrailEncryptedWithCustomerKey: Rule = {
  id: 'bedrock-guardrail-encrypted-with-customer-key',
  severity: 'medium',
  types: ['AWS::Bedrock::Guardrail'],
  text: {
    what: {
      en: 'The guardrail is not encrypted with a customer managed key.',
      ja: 'ガードレールがカスタマーマネージドキーで暗号化されていません。',
    },
    why: {
      en: 'Nobody can see or stop the decryption of a key that AWS owns, and the guardrail names what the organization wants to hide.',
      ja: 'AWS 所有のキーでは復号を監視することも止めることもできません。ガードレールには組織が隠したい事柄が書かれています。',
    },
    fix: {
      en: 'Set kmsKeyArn to a key of the account.',
      ja: 'kmsKeyArn にアカウントのキーを指定してください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-create.html',
  judge({ properties }) {
    return isGiven(properties, 'KmsKeyArn') ? 'compliant' : 'non-compliant';
  },
};
