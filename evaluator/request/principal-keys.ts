import type { Principal, PrincipalType } from './principal';
import type { RequestPrincipal } from './request-principal';
import { HIDDEN, type SlotValue } from './slot-value';

/** Values of `aws:PrincipalType`. */
const TYPES: Readonly<Partial<Record<PrincipalType, string>>> = {
  user: 'User',
  root: 'Account',
  role: 'AssumedRole',
  'federated-user': 'FederatedUser',
  anonymous: 'Anonymous',
};

/** Keys every request has, but for the address where it comes through a VPC endpoint; only the caller knows them. */
const OF_EVERY_REQUEST = [
  'aws:currenttime',
  'aws:epochtime',
  'aws:requestedregion',
  'aws:securetransport',
  'aws:sourceip',
  'aws:viaawsservice',
];

/** Keys that users and roles may have, whose value follows from nothing here. */
const OF_EVERY_IDENTITY = ['aws:userid', 'aws:multifactorauthpresent'];

/**
 * The condition keys AWS fills from who asks, in lower case, with their values; unknown where AWS sends the key but its
 * value does not follow from the principal.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function principalKeys(
  principal: RequestPrincipal,
  source: Principal,
  organizationId: string | undefined,
): readonly (readonly [string, SlotValue])[] {
  const { type, arn, accountId, principalArn, userName } = principal;
  const keys: [string, SlotValue][] = OF_EVERY_REQUEST.map((key) => [key, HIDDEN]);
  if (TYPES[type] !== undefined) keys.push(['aws:principaltype', TYPES[type]]);
  // Signed requests only: federated principals sign nothing, they show a token.
  if (type !== 'anonymous' && type !== 'federated') {
    keys.push(['aws:principalisawsservice', type === 'service' ? 'true' : 'false']);
  }
  if (type === 'service') {
    keys.push(['aws:principalservicename', arn], ['aws:principalservicenameslist', arn === undefined ? [] : [arn]]);
  }
  if (TYPES[type] === undefined || type === 'anonymous') return keys;
  keys.push(
    ['aws:principalarn', principalArn === null ? HIDDEN : principalArn],
    ['aws:principalaccount', accountId],
    ['aws:principalorgid', organizationId],
    ['aws:username', userName],
    ...OF_EVERY_IDENTITY.map((key): [string, SlotValue] => [key, HIDDEN]),
  );
  const path = source.organizationPath;
  // An organization's member always has a path.
  if (organizationId !== undefined) keys.push(['aws:principalorgpaths', path === undefined ? HIDDEN : [path]]);
  return keys;
}
