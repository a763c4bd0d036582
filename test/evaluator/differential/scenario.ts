import { compileChain } from '../../../evaluator/chain';
import type { ChainInput, NamedDocument } from '../../../evaluator/chain-input';
import type { Decision } from '../../../evaluator/judge';
import type { Principal } from '../../../evaluator/request/principal';
import { MANAGEMENT, ORGANIZATION, policy, type StatementJson } from '../documents';

type Statements = readonly StatementJson[];

/** A request and every policy that may speak of it, as plain data. */
export interface Scenario {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccountId: string;
  /** Keys of the principal included. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly identity: readonly Statements[];
  readonly boundary: Statements | undefined;
  readonly session: Statements | undefined;
  /** Statements of each policy of each level; undefined where the account is in no organization. */
  readonly scps: readonly (readonly Statements[])[] | undefined;
  readonly rcps: readonly (readonly Statements[])[] | undefined;
  readonly resourcePolicy: Statements | undefined;
  readonly endpoint: Statements | undefined;
}

export function named(statements: readonly Statements[], prefix: string): NamedDocument[] {
  return statements.map((some, index) => policy(`${prefix} ${index}`, ...some));
}

export function chainInputOf(scenario: Scenario): ChainInput {
  const { identity, boundary, session, scps, rcps, resourcePolicy, endpoint } = scenario;
  return {
    ...(scps || rcps
      ? {
          organization: {
            id: ORGANIZATION,
            managementAccountId: MANAGEMENT,
            principalLevels: scps?.map((level, index) => ({
              name: `level ${index}`,
              serviceControlPolicies: named(level, 'scp'),
            })),
            resourceLevels: rcps?.map((level, index) => ({
              name: `level ${index}`,
              resourceControlPolicies: named(level, 'rcp'),
            })),
          },
        }
      : {}),
    identityPolicies: named(identity, 'identity'),
    ...(boundary ? { permissionsBoundary: policy('boundary', ...boundary) } : {}),
    ...(session ? { sessionPolicies: [policy('session', ...session)] } : {}),
    ...(resourcePolicy
      ? { resourcePolicy: { ...policy('resource', ...resourcePolicy), kind: resourcePolicyKind(scenario.action) } }
      : {}),
    ...(endpoint ? { vpcEndpointPolicy: policy('endpoint', ...endpoint) } : {}),
  };
}

function resourcePolicyKind(action: string): NonNullable<ChainInput['resourcePolicy']>['kind'] {
  if (action.startsWith('kms:')) return 'kms-key-policy';
  return action.startsWith('sts:') ? 'role-trust-policy' : 'resource-policy';
}

/** The IAM user of a federated session has its name here, which is how the simulator sees it too. */
function principalOf({ principal: arn, context }: Scenario): string | Principal {
  if (arn === 'anonymous') return arn;
  const organizationId = (context['aws:PrincipalOrgID'] as string | undefined) ?? null;
  if (!arn.includes(':federated-user/')) return { arn, organizationId };
  return { arn, organizationId, sessionOf: arn.replace(':sts:', ':iam:').replace('federated-user', 'user') };
}

/** Our decision; keys in `hidden` are not known to us, whatever the scenario says. */
export function ourDecision(scenario: Scenario, hidden: readonly string[] = []): Decision {
  const { action, resource, resourceAccountId } = scenario;
  // What the simulator is not told is absent to it.
  const given = { 'aws:SourceIp': [], ...scenario.context };
  const context = Object.fromEntries(Object.entries(given).filter(([key]) => !hidden.includes(key)));
  const chain = compileChain(chainInputOf(scenario));
  return chain.decide({ principal: principalOf(scenario), action, resource, resourceAccountId, context, hidden });
}
