import type { Text } from '../../../policies/policy';
import { inventedKeys } from '../invented-names';
import { nearestName } from '../nearest-name';
import { hasPlaceholder } from '../placeholder';
import type { ConditionUnderLint, StatementUnderLint } from '../policy-under-lint';
import type { PolicyRule } from '../rule';
import type { ServiceReference } from '../service-reference';
import { holdsWithoutKey } from '../statement-logic';

const text = {
  what: (key: string): Text => ({
    en: `No request ever has a condition key ${key}.`,
    ja: `条件キー ${key} を持つリクエストは存在しません。`,
  }),
  why: ({ effect }: StatementUnderLint, condition: ConditionUnderLint): Text => {
    if (condition.operator === undefined) {
      return { en: 'The condition means nothing.', ja: '条件として意味を成しません。' };
    }
    const holds = holdsWithoutKey(condition);
    if (effect === 'Deny') {
      return holds
        ? {
            en: 'Without the key the condition holds: the statement denies every call.',
            ja: 'キーがないと条件が成り立つため、すべての呼び出しが拒否されます。',
          }
        : {
            en: 'Without the key the condition never holds: the statement denies nothing.',
            ja: 'キーがないと条件が成り立たないため、何も拒否されません。',
          };
    }
    return holds
      ? {
          en: 'Without the key the condition holds: it limits nothing.',
          ja: 'キーがないと条件が成り立つため、何も制限されません。',
        }
      : {
          en: 'Without the key the condition never holds: the statement allows nothing.',
          ja: 'キーがないと条件が成り立たないため、何も許可されません。',
        };
  },
  write: (key: string): Text => ({
    en: `Write ${key} if that is meant.`,
    ja: `意図が ${key} であればそう書いてください。`,
  }),
  lookUp: (asOf: string): Text => ({
    en: `Use a key of the service authorization reference (known as of ${asOf}).`,
    ja: `サービス認可リファレンスにあるキーを使ってください（${asOf} 時点のデータで判定）。`,
  }),
};

/** A key that AWS never sets makes a denial fire always or never. */
export const unknownConditionKey: PolicyRule = {
  id: 'unknown-condition-key',
  title: { en: 'Every condition key exists', ja: '条件キーはすべて実在する' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  *judge({ statements, reference }) {
    for (const statement of statements) {
      for (const condition of statement.conditions) {
        const { text: key, at } = condition.key;
        if (reference.typeOfKey(key) !== undefined || isFederated(key) || hasPlaceholder(key)) continue;
        const what = text.what(JSON.stringify(key));
        yield { at, statement, what, why: text.why(statement, condition), fix: remedy(key, reference) };
      }
    }
  },
};

/** An identity provider of the user's own names keys after its host: `oidc.eks.eu-west-1.amazonaws.com/id/AB12:sub`. */
function isFederated(key: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^:]*)?:[^:]+$/i.test(key);
}

function remedy(key: string, reference: ServiceReference): Text {
  const invented = inventedKeys.get(key.toLowerCase());
  if (invented !== undefined) return invented;
  const [prefix = '', name = ''] = key.split(/:(.*)/s);
  const nearest = nearestName(name, reference.conditionKeyNames(prefix).map(withoutPrefix));
  return nearest === undefined ? text.lookUp(reference.asOf) : text.write(`${prefix}:${nearest}`);
}

function withoutPrefix(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
