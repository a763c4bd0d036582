import { guardrailProfileOf } from '../../config/guardrail-profiles';
import { foundationModelOf, geographyOf } from '../../config/inference-profiles';
import { namesOf } from '../../config/names';
import type { Organization, Workload } from '../../config/resolve-organization';
import type { NamedDocument } from '../../evaluator/chain-input';
import { bedrockCallerStatements } from '../../policies/bedrock-caller-role';
import { unreadKey, unreadPolicy } from '../unread-policy';
import type { ActingPrincipal, PrincipalMistake, PrincipalSurroundings } from './acting-principal';
import { workloadBoundary } from './workload-boundary';

/** Roles that the baseline makes in workload accounts, by the name `--as` calls them. */
export const baselineRoles = ['bedrock-caller', 'assistant-worker', 'assistant-ingress'] as const;

type BaselineRole = (typeof baselineRoles)[number];

/**
 * A role of the baseline in a workload account; undefined when it is none of them.
 *
 * What a role needs for its model call is in `policies/bedrock-caller-role.ts`. What its function needs besides (queues, tables,
 * secrets, logs) is written where the function is made, with names that exist after a deployment only: it stays unknown, within
 * the permissions boundary, which every one of these roles carries.
 */
export function baselineRolePrincipal(
  name: string,
  { organization, account, region: given }: PrincipalSurroundings,
): ActingPrincipal | PrincipalMistake | undefined {
  const role = baselineRoles.find((one) => one === name);
  if (role === undefined) return undefined;
  const workload = organization.accounts.workloads.find(({ id }) => id === account.id);
  if (workload === undefined) {
    return {
      mistake: `--as ${name}: exists in workload accounts only, not in ${account.name}. Use --account with one`,
    };
  }
  if (role !== 'bedrock-caller' && workload.slack === undefined) {
    return {
      mistake: `--as ${name}: ${account.name} has no Slack assistant. Use bedrock-caller, or give the workload a \`slack\` block`,
    };
  }
  const region = given ?? (workload.regions[0] as string);
  if (!workload.regions.includes(region)) {
    return { mistake: `--region ${region}: ${name} is not there. Use one of ${workload.regions.join(', ')}` };
  }
  return {
    arn: `arn:${organization.partition}:iam::${account.id}:role/${roleNameOf(role, region, organization)}`,
    identityPolicies: [
      ...(role === 'assistant-ingress' ? [] : [callerPolicy(role, region, workload, organization)]),
      functionPolicy,
    ],
    permissionsBoundary: workloadBoundary(organization, account),
    notes: [],
  };
}

/** Names and paths as constructs/bedrock-caller-role.ts and constructs/assistant-ingress.ts give them. */
function roleNameOf(role: BaselineRole, region: string, organization: Organization): string {
  const names = namesOf(organization);
  if (role === 'bedrock-caller') return names.bedrockCallerRoleIn(region);
  if (role === 'assistant-worker') return names.assistantWorkerRoleIn(region);
  return `${names.iamPath.slice(1)}${names.assistantIngressRoleIn(region)}`;
}

function callerPolicy(
  role: Exclude<BaselineRole, 'assistant-ingress'>,
  region: string,
  { id: accountId, inferenceProfile }: Workload,
  { partition, organizationGuardrail, accounts, bedrock }: Organization,
): NamedDocument {
  const profile = bedrock.guardrailTier === 'standard' ? guardrailProfileOf(region) : undefined;
  const enforced = organizationGuardrail?.guardrails.find((one) => one.region === region);
  const statements = bedrockCallerStatements({
    partition,
    accountId,
    region,
    inferenceProfile,
    foundationModel: foundationModelOf(inferenceProfile),
    destinationRegions: geographyOf(inferenceProfile)?.destinationRegions ?? [],
    // Ids exist after the deployment: until somebody gives them, what depends on them is unknown.
    guardrailArn: `arn:${partition}:bedrock:${region}:${accountId}:guardrail/\${${unreadKey({ kind: 'guardrail-id' })}}`,
    guardrailKeyArn: `arn:${partition}:kms:${region}:${accountId}:key/\${${unreadKey({ kind: 'guardrail-key-id' })}}`,
    ...(profile && { guardrailProfile: profile }),
    ...(enforced && { organizationGuardrail: { accountId: accounts.management.id, id: enforced.id } }),
  });
  return { name: role, document: { Version: '2012-10-17', Statement: statements } };
}

/** No function has a right to Amazon Bedrock beyond that of its caller role. */
const functionPolicy = unreadPolicy(
  'FunctionPolicy',
  { kind: 'function-policy' },
  { NotAction: 'bedrock:*', Resource: '*' },
);
