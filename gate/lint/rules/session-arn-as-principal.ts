import type { Text } from '../../../policies/policy';
import type { PolicyRule } from '../rule';
import { isNegated } from '../statement-logic';

const text = {
  what: (arn: string): Text => ({
    en: `aws:PrincipalArn is never the ARN of a role session (${arn}).`,
    ja: `aws:PrincipalArn がロールセッションの ARN（${arn}）になることはありません。`,
  }),
  exempt: {
    en: 'For a role session the key holds the ARN of the role: the exemption exempts nobody.',
    ja: 'ロールセッションでは、このキーはロールの ARN になります。そのため例外は誰にも適用されません。',
  },
  match: {
    en: 'For a role session the key holds the ARN of the role: the condition matches nobody.',
    ja: 'ロールセッションでは、このキーはロールの ARN になります。そのため条件は誰にも一致しません。',
  },
  fix: {
    en: 'Write the role: arn:aws:iam::<account>:role/<name>. To mean one session, use aws:userid.',
    ja: 'ロールの ARN（arn:aws:iam::<アカウント>:role/<名前>）を書いてください。特定のセッションを指すには aws:userid を使います。',
  },
};

/** Who looks into CloudTrail sees session ARNs, and copies them. */
export const sessionArnAsPrincipal: PolicyRule = {
  id: 'session-arn-as-principal',
  title: {
    en: 'aws:PrincipalArn names roles, not their sessions',
    ja: 'aws:PrincipalArn にはセッションではなくロールを書く',
  },
  severity: 'error',
  reference:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn',
  *judge({ statements }) {
    for (const statement of statements) {
      for (const condition of statement.conditions) {
        if (condition.key.text.toLowerCase() !== 'aws:principalarn') continue;
        for (const { text: value, at } of condition.values) {
          if (!/^arn:[^:]*:sts:[^:]*:[^:]*:assumed-role\//.test(value)) continue;
          const why = statement.effect === 'Deny' && isNegated(condition) ? text.exempt : text.match;
          yield { at, statement, what: text.what(value), why, fix: text.fix };
        }
      }
    }
  },
};
