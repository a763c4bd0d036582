import type { NamedDocument } from '../evaluator/chain-input';
import { allowEverything } from './open-document';
import { unreadPolicy } from './unread-policy';

/**
 * Managed policies of AWS that only allow, and only to read, by their names without path. AWS describes them so, and adds actions that
 * read several times a year.
 *
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonBedrockReadOnly.html
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBillingReadOnlyAccess.html
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SecurityAudit.html
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ViewOnlyAccess.html
 */
const readOnly: readonly string[] = [
  'AmazonBedrockReadOnly',
  'AWSBillingReadOnlyAccess',
  'SecurityAudit',
  'ViewOnlyAccess',
];

/** Beginnings of actions that no read-only policy allows. What is not in the list stays unknown. */
const writes = /^(attach|create|delete|detach|disable|invoke|leave|modify|pass|put|remove|terminate|update)/i;

/** The name of a managed policy without its path. */
export function nameOfManagedPolicy(managedPolicy: string): string {
  return managedPolicy.split('/').at(-1) as string;
}

/**
 * What a managed policy of AWS says about an action, as far as it can be known: AWS edits these texts when it likes, and none is
 * part of this project. `AdministratorAccess` allows everything; read-only ones allow no change; the rest is unknown, unless the
 * caller gives the text.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
 */
export function managedPolicyDocument(
  managedPolicy: string,
  action: string,
  given: ReadonlyMap<string, unknown>,
): readonly NamedDocument[] {
  const name = nameOfManagedPolicy(managedPolicy);
  const document = given.get(name);
  if (document !== undefined) return [{ name, document }];
  if (name === 'AdministratorAccess') return [allowEverything(name)];
  if (readOnly.includes(name) && writes.test(action.split(':')[1] ?? '')) return [];
  return [unreadPolicy(name, { kind: 'managed-policy', policy: name })];
}
