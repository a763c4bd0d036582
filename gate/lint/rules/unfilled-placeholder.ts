import type { Text } from '../../../policies/policy';
import { placeholderIn } from '../placeholder';
import type { TextAt } from '../policy-under-lint';
import type { PolicyRule } from '../rule';

const text = {
  what: (placeholder: string): Text => ({
    en: `${placeholder} has not been filled in.`,
    ja: `${placeholder} に値が入っていません。`,
  }),
  why: {
    en: 'As it stands it matches nothing: an exemption exempts nobody, a denial denies nobody.',
    ja: 'このままでは何にも一致せず、例外は誰にも適用されず、拒否も働きません。',
  },
  fix: {
    en: 'Write the value, unless something fills it in before the policy is stored.',
    ja: '保存前に別の仕組みで置き換えるのでなければ、値を書いてください。',
  },
};

/** Published policies are full of them. */
export const unfilledPlaceholder: PolicyRule = {
  id: 'unfilled-placeholder',
  title: { en: 'No placeholder is left', ja: 'プレースホルダーが残っていない' },
  severity: 'warning',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  *judge({ statements }) {
    for (const statement of statements) {
      const values = statement.conditions.flatMap((condition) => condition.values);
      const keys = new Map(statement.conditions.map(({ key }) => [key.at.start, key]));
      for (const { text: value, at } of [...statement.resources, ...keys.values(), ...values] satisfies TextAt[]) {
        const placeholder = placeholderIn(value);
        if (placeholder !== undefined) {
          yield { at, statement, what: text.what(placeholder), why: text.why, fix: text.fix };
        }
      }
    }
  },
};
