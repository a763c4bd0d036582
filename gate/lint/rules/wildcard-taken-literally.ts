import type { Text } from '../../../policies/policy';
import type { ConditionUnderLint, StatementUnderLint } from '../policy-under-lint';
import type { PolicyRule } from '../rule';
import { isNegated } from '../statement-logic';

/** Operators that compare whole texts, and what compares patterns instead. */
const literalOperators: ReadonlyMap<string, string> = new Map([
  ['StringEquals', 'StringLike'],
  ['StringNotEquals', 'StringNotLike'],
  ['StringEqualsIgnoreCase', 'StringLike'],
  ['StringNotEqualsIgnoreCase', 'StringNotLike'],
]);

const text = {
  what: (operator: string, value: string): Text => ({
    en: `${operator} takes the wildcard in ${value} literally.`,
    ja: `${operator} では ${value} のワイルドカードがただの文字として扱われます。`,
  }),
  exemptsNobody: {
    en: 'It is an exemption that exempts nobody: whoever was meant is denied like everybody else.',
    ja: '例外のつもりでも誰も除外されず、対象者もほかと同じく拒否されます。',
  },
  deniesNobody: {
    en: 'The value never matches: nothing is denied.',
    ja: '値が一致することはなく、何も拒否されません。',
  },
  allowsNobody: {
    en: 'The value never matches: nothing is allowed.',
    ja: '値が一致することはなく、何も許可されません。',
  },
  excludesNobody: {
    en: 'The value never matches: the exclusion excludes nothing.',
    ja: '値が一致することはなく、何も除外されません。',
  },
  fix: (operator: string): Text => ({
    en: `Write ${operator}. A literal star is written \${*} there.`,
    ja: `${operator} と書いてください。文字としてのアスタリスクは \${*} と書きます。`,
  }),
};

/** Only the `Like` operators and those of ARNs know wildcards: `ArnEquals` matches as `ArnLike` does. */
export const wildcardTakenLiterally: PolicyRule = {
  id: 'wildcard-taken-literally',
  title: { en: 'Wildcards stand where they are wildcards', ja: 'ワイルドカードは展開される場所で使われている' },
  severity: 'error',
  reference:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String',
  *judge({ statements, reference }) {
    for (const statement of statements) {
      for (const condition of statement.conditions) {
        const { operator, operatorText, key, values } = condition;
        const pattern = typeof operator === 'object' ? literalOperators.get(operator.name) : undefined;
        if (pattern === undefined) continue;
        const arn = reference.typeOfKey(key.text)?.includes('ARN') === true;
        const fix = text.fix(rewritten(condition, arn ? pattern.replace('String', 'Arn') : pattern));
        for (const { text: value, at } of values) {
          if (!/[*?]/.test(value.replace(/\$\{[*?]\}/g, ''))) continue;
          const what = text.what(operatorText.text, JSON.stringify(value));
          yield { at, statement, what, why: reason(statement, condition), fix };
        }
      }
    }
  },
};

function rewritten({ set, ifExists }: ConditionUnderLint, operator: string): string {
  return `${set === undefined ? '' : `${set}:`}${operator}${ifExists ? 'IfExists' : ''}`;
}

function reason({ effect }: StatementUnderLint, condition: ConditionUnderLint): Text {
  if (effect === 'Deny') return isNegated(condition) ? text.exemptsNobody : text.deniesNobody;
  return isNegated(condition) ? text.excludesNobody : text.allowsNobody;
}
