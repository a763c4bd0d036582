import { maximumPolicyCharacters } from '../../nag/policy-quotas';
import { accessPolicyTypes } from '../../policies/policy-types';
import { policyQuotas } from '../../policies/quotas';

test.each(['service-control-policy', 'resource-control-policy'] as const)(
  'a %s may have the characters for which policies are composed',
  (kind) => {
    expect(maximumPolicyCharacters(accessPolicyTypes[kind])).toBe(policyQuotas[kind].characters);
  },
);
