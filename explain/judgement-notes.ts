import type { Organization } from '../config/resolve-organization';
import type { Text } from '../policies/policy';
import type { Question } from './question';
import type { ResourcePlace } from './resource-place';

/** What a reader has to know to trust the answer: what was taken to be so, and what was not judged. */
export function judgementNotes(
  { account, principal, resource, resourcePolicy }: Question,
  place: ResourcePlace,
  { accounts, rollout }: Organization,
): readonly Text[] {
  const { serviceControlPolicies: scps, resourceControlPolicies: rcps } = rollout.slotsHeld;
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
    ...(account.id === accounts.management.id
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
    ...(scps + rcps > 0
      ? [
          {
            en: `Not judged: up to ${scps} service control and ${rcps} resource control policies that others attach to a target (rollout.slotsHeld). They may deny more.`,
            ja: `ほかの仕組みがアタッチするポリシー（rollout.slotsHeld: SCP 最大 ${scps} 件、RCP 最大 ${rcps} 件）は判定に含みません。さらに拒否される可能性があります。`,
          },
        ]
      : []),
  ];
}
