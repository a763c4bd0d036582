import { accessPolicies } from '../access-policies';
import type { ConfigurationRule } from './rule';

/** A stage of its own has a policy that exists; a misspelt id would leave the policy at the stage of all. */
export const rolloutNamesWhatExists: ConfigurationRule = ({ rollout }) =>
  Object.entries(rollout?.policies ?? {})
    .filter(([id]) => !accessPolicies.includes(id))
    .map(([id, stage]) => ({
      path: `rollout.policies.${id}`,
      what: 'is not an access policy',
      got: stage,
      advice: `policies are the files of policies/service-control/ and policies/resource-control/. Use one of ${accessPolicies.join(', ')}`,
    }));
