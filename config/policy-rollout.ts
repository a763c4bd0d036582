import type { Rollout } from '../policies/rollout';
import type { Organization } from './resolve-organization';

/** How far an organization has rolled its access policies out. */
export function policyRolloutOf({ rollout, organizationalUnits }: Organization): Rollout {
  return {
    stage: rollout.stage,
    policies: rollout.policies,
    slotsHeld: {
      'service-control-policy': rollout.slotsHeld.serviceControlPolicies,
      'resource-control-policy': rollout.slotsHeld.resourceControlPolicies,
    },
    suspendedUnits: organizationalUnits.some(({ suspended }) => suspended),
  };
}
