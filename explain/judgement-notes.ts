import type { Organization } from '../config/resolve-organization';
import type { Text } from '../policies/policy';
import { policiesOfOthers } from './policies-of-others';
import type { Question } from './question';
import type { ResourcePlace } from './resource-place';

/** What a reader has to know to trust the answer: what was taken to be so, and what was not judged. */
export function judgementNotes(
  { account, principal, resource, resourcePolicy }: Question,
  place: ResourcePlace,
  organization: Organization,
): readonly Text[] {
  const sameAccount = place.accountId === account.id;
  // Models are AWS's own, in no account, and have no policy.
  const nowhere = resource === '*' || /^arn:[^:]+:bedrock:[^:]*::foundation-model\//.test(resource);
  return [
    ...(principal.arn.endsWith(':root')
      ? [
          {
            en: 'The root user needs no permission of its own: only a denial stops it.',
            ja: 'ルートユーザーに許可は要りません。止められるのは拒否だけです。',
          },
        ]
      : []),
    ...(account.id === organization.accounts.management.id
      ? [
          {
            en: 'No service control policy binds the management account.',
            ja: '管理アカウントにサービスコントロールポリシーは効きません。',
          },
        ]
      : []),
    ...(place.known || nowhere
      ? []
      : [
          {
            en: `The ARN names no account: the resource is taken to be in ${account.name} (--resource-account names another).`,
            ja: `ARN にアカウントがないため、リソースは ${account.name} にあるものとします（--resource-account で変更）。`,
          },
        ]),
    ...(place.account === undefined
      ? [
          {
            en: `The account ${place.accountId} is not in this organization.`,
            ja: `アカウント ${place.accountId} はこの組織にありません。`,
          },
        ]
      : []),
    ...(resourcePolicy === undefined && sameAccount && !nowhere && !/:(key|role)\//.test(resource)
      ? [
          {
            en: 'The resource is taken to have no policy of its own (--resource-policy gives one).',
            ja: 'リソース自身のポリシーはないものとします（--resource-policy で指定）。',
          },
        ]
      : []),
    ...policiesOfOthers(organization),
  ];
}
