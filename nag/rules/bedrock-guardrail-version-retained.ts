import type { Rule } from '../rule';

/** A guardrail version outlives its replacement. */
export const bedrockGuardrailVersionRetained: Rule = {
  id: 'bedrock-guardrail-version-retained',
  severity: 'high',
  types: ['AWS::Bedrock::GuardrailVersion'],
  text: {
    what: {
      en: 'The guardrail version is deleted when it is replaced.',
      ja: 'ガードレールのバージョンが、置き換えられると削除されます。',
    },
    why: {
      en: 'A version cannot be updated, so every change replaces it; callers and enforcement that still name the old version would fail at once.',
      ja: 'バージョンは更新できず、変更のたびに置き換えられます。古いバージョンを指定している呼び出し元や強制設定は直ちに失敗します。',
    },
    fix: {
      en: 'Apply RemovalPolicy.RETAIN to the version.',
      ja: 'バージョンに RemovalPolicy.RETAIN を適用してください。',
    },
  },
  reference:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-guardrailversion.html',
  judge({ entry }) {
    const outlivesStack = entry.DeletionPolicy === 'Retain' || entry.DeletionPolicy === 'RetainExceptOnCreate';
    return outlivesStack && entry.UpdateReplacePolicy === 'Retain' ? 'compliant' : 'non-compliant';
  },
};
