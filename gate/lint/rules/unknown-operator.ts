import { CONDITION_OPERATORS } from '../../../evaluator/conditions/operators';
import type { Text } from '../../../policies/policy';
import { nearestName } from '../nearest-name';
import type { PolicyRule } from '../rule';

const text = {
  what: (operator: string): Text => ({
    en: `${operator} is no condition operator.`,
    ja: `${operator} という条件演算子はありません。`,
  }),
  nullTakesNothing: (operator: string): Text => ({
    en: `${operator}: Null takes neither a prefix nor IfExists.`,
    ja: `${operator}: Null には接頭辞も IfExists も付けられません。`,
  }),
  why: {
    en: 'AWS refuses the policy; operators are case-sensitive.',
    ja: 'AWS はこのポリシーを拒否します。演算子は大文字と小文字が区別されます。',
  },
  write: (operator: string): Text => ({ en: `Write ${operator}.`, ja: `${operator} と書いてください。` }),
  lookUp: { en: 'Use an operator of IAM.', ja: 'IAM の条件演算子を使ってください。' },
};

/** Operators take the prefixes `ForAllValues:` and `ForAnyValue:` and the suffix `IfExists`. */
export const unknownOperator: PolicyRule = {
  id: 'unknown-operator',
  title: { en: 'Every condition operator exists', ja: '条件演算子はすべて実在する' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  *judge({ statements }) {
    for (const statement of statements) {
      const seen = new Set<number>();
      for (const { operator, operatorText, set, ifExists } of statement.conditions) {
        const { text: written, at } = operatorText;
        if (seen.has(at.start)) continue;
        seen.add(at.start);
        if (operator === undefined) {
          const nearest = nearestOperator(written);
          const fix = nearest === undefined ? text.lookUp : text.write(nearest);
          yield { at, statement, what: text.what(JSON.stringify(written)), why: text.why, fix };
        } else if (operator === 'Null' && (set !== undefined || ifExists)) {
          const what = text.nullTakesNothing(JSON.stringify(written));
          yield { at, statement, what, why: text.why, fix: text.write('Null') };
        }
      }
    }
  },
};

function nearestOperator(written: string): string | undefined {
  const bare = ['Null', ...CONDITION_OPERATORS.keys()];
  const suffixed = bare.flatMap((name) => (name === 'Null' ? [name] : [name, `${name}IfExists`]));
  const [prefix, name] = written.includes(':') ? written.split(':', 2) : [undefined, written];
  const operator = nearestName(name ?? '', suffixed);
  if (operator === undefined || prefix === undefined) return operator;
  const set = nearestName(prefix, ['ForAllValues', 'ForAnyValue']);
  return set === undefined ? undefined : `${set}:${operator}`;
}
