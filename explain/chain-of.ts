import type { Organization } from '../config/resolve-organization';
import { type Chain, compileChain } from '../evaluator/chain';
import type { ChainInput } from '../evaluator/chain-input';
import type { Request } from '../evaluator/request/request';
import type { RolledOutPolicy } from '../policies/rollout';
import { type AssumedKey, assumedContext } from './assumed-context';
import { levelsAbove } from './attached-policies';
import { hiddenKeys } from './hidden-keys';
import { type LookedAtKeys, lookedAtKeys } from './looked-at-keys';
import type { Question } from './question';
import { type ResourcePlace, resourcePlace } from './resource-place';
import { unreadPolicy } from './unread-policy';

/** A question as the evaluator is asked it. */
export interface AskedChain {
  readonly chain: Chain;
  readonly request: Request;
  readonly place: ResourcePlace;
  readonly assumed: readonly AssumedKey[];
  readonly keys: LookedAtKeys;
}

/**
 * Every policy that speaks of a question, where the organization attaches it: service control policies above the principal,
 * resource control policies above the resource, the principal's own, and what the caller gave. Throws a PolicyError for a document
 * AWS would not accept.
 */
export function chainOf(
  question: Question,
  organization: Organization,
  documents: readonly RolledOutPolicy[],
): AskedChain {
  const { account, principal, action, resource } = question;
  const place = resourcePlace(resource, account, organization, question.resourceAccountId);
  const resourcePolicy = question.resourcePolicy ?? policyElsewhere(place, question);
  const boundary = question.permissionsBoundary ?? principal.permissionsBoundary;
  const input: ChainInput = {
    organization: {
      id: organization.organizationId,
      managementAccountId: organization.accounts.management.id,
      principalLevels: levelsAbove(account, organization, documents),
      resourceLevels: place.account === undefined ? [] : levelsAbove(place.account, organization, documents),
    },
    identityPolicies: principal.identityPolicies,
    ...(boundary ? { permissionsBoundary: boundary } : {}),
    ...(question.sessionPolicies ? { sessionPolicies: question.sessionPolicies } : {}),
    ...(resourcePolicy ? { resourcePolicy } : {}),
  };
  const assumed = assumedContext(action, resource, question.context, organization);
  const keys = lookedAtKeys(input, action);
  const context = {
    ...Object.fromEntries(assumed.map(({ key, value }) => [key, value])),
    // One value is a text: a policy variable has no place for a list.
    ...Object.fromEntries(
      Object.entries(question.context).map(([key, values]) => [key, values.length === 1 ? values[0] : values]),
    ),
  };
  const hidden = hiddenKeys(keys.anywhere, context, place);
  return {
    chain: compileChain(input),
    request: { principal: principal.arn, action, resource, resourceAccountId: place.accountId, context, hidden },
    place,
    assumed,
    keys,
  };
}

/**
 * A resource in another account is used only where its own policy lets in who asks. Of keys and roles the evaluator knows that
 * they have one.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
function policyElsewhere({ accountId }: ResourcePlace, { account, resource }: Question): ChainInput['resourcePolicy'] {
  if (accountId === account.id || /:(key|role)\//.test(resource)) return undefined;
  const everything = { Principal: '*', Action: '*', Resource: '*' };
  return { ...unreadPolicy('ResourcePolicy', { kind: 'resource-policy' }, everything), kind: 'resource-policy' };
}
