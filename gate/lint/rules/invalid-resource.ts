import { readResource } from '../../../evaluator/matching/resource-pattern';
import type { Text } from '../../../policies/policy';
import { hasPlaceholder } from '../placeholder';
import type { PolicyRule } from '../rule';

const text = {
  what: (resource: string): Text => ({
    en: `${resource} is no resource.`,
    ja: `${resource} はリソースの指定として正しくありません。`,
  }),
  why: {
    en: 'AWS refuses the policy, or the pattern matches nothing.',
    ja: 'AWS に拒否されるか、どのリソースにも一致しません。',
  },
  fix: {
    en: 'Write * or a whole ARN, arn:partition:service:region:account:resource, with the service in full and variables only in the last part.',
    ja: '* か、完全な ARN（arn:パーティション:サービス:リージョン:アカウント:リソース）を書いてください。サービスは省略せず、変数は最後の部分でだけ使えます。',
  },
};

/** A resource is named by its ARN; the service in it takes no wildcard. */
export const invalidResource: PolicyRule = {
  id: 'invalid-resource',
  title: { en: 'Every resource is an ARN or *', ja: 'リソースはすべて ARN か * である' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  *judge({ statements, variables }) {
    for (const statement of statements) {
      for (const { text: resource, at } of statement.resources) {
        if (hasPlaceholder(resource) || readResource(resource, variables).problems.length === 0) continue;
        yield { at, statement, what: text.what(JSON.stringify(resource)), why: text.why, fix: text.fix };
      }
    }
  },
};
