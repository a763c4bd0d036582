import { anonymousPrincipal, runSimulation } from '@cloud-copilot/iam-simulate';
import type { Decision } from '../../../evaluator/judge';
import { policy } from '../documents';
import { named, type Scenario } from './scenario';

const DECISIONS: Readonly<Record<string, Decision>> = {
  Allowed: 'allowed',
  ExplicitlyDenied: 'explicitly-denied',
  ImplicitlyDenied: 'implicitly-denied',
};

const simulated = ({ name, document }: { name: string; document: unknown }) => ({ name, policy: document });

/** What a simulator that is not ours says. A scenario it refuses is an error: it would prove nothing. */
export async function simulatedDecision(scenario: Scenario): Promise<Decision> {
  const { identity, boundary, session, scps, rcps, resourcePolicy, endpoint } = scenario;
  const levels = (some: Scenario['scps'], name: string) =>
    (some ?? []).map((policies, index) => ({
      orgIdentifier: `level ${index}`,
      policies: named(policies, name).map(simulated),
    }));
  const response = await runSimulation(
    {
      identityPolicies: named(identity, 'identity').map(simulated),
      permissionBoundaryPolicies: boundary && [simulated(policy('boundary', ...boundary))],
      sessionPolicy: session && policy('session', ...session).document,
      serviceControlPolicies: levels(scps, 'scp'),
      resourceControlPolicies: levels(rcps, 'rcp'),
      resourcePolicy: resourcePolicy && policy('resource', ...resourcePolicy).document,
      vpcEndpointPolicies: endpoint && [simulated(policy('endpoint', ...endpoint))],
      request: {
        principal: scenario.principal === 'anonymous' ? anonymousPrincipal : scenario.principal,
        action: scenario.action,
        resource: { resource: scenario.resource, accountId: scenario.resourceAccountId },
        contextVariables: { ...scenario.context } as Record<string, string | string[]>,
      },
    },
    {},
  );
  const decision = response.resultType === 'error' ? undefined : DECISIONS[response.overallResult];
  if (decision === undefined) throw new Error(`the simulator refuses the scenario: ${JSON.stringify(response)}`);
  return decision;
}
