import { organizationPolicies } from '../../policies/catalogue';
import { composePolicies } from '../../policies/composition';
import { type Example, type OrganizationPolicy, type PolicyFacts, requestsOf } from '../../policies/policy';
import { type Judge, judgeFor } from '../helpers/judge';
import { chosenPolicies, policyVariants } from '../helpers/policy-variants';

/** Judges by the documents attached to the unit of an account for which a policy is meant, all of its themes. */
function judgesOf(facts: PolicyFacts): (policy: OrganizationPolicy) => Judge {
  const documents = composePolicies(organizationPolicies, facts);
  const suspended = judgeFor(documents, facts);
  const everywhere = judgeFor(
    documents.filter(({ targets }) => targets === 'every-unit'),
    facts,
  );
  return ({ targets }) => (targets === 'suspended-units' ? suspended : everywhere);
}

function describeRequest({ says, principal, action, resource }: Example, sids: readonly string[]): string {
  return `${says.en}: ${principal} ${action} ${resource} [${sids.join(', ')}]`;
}

describe.each(Object.entries(policyVariants))('the policy pack in the organization: %s', (_, facts) => {
  const chosen = chosenPolicies(organizationPolicies, facts);
  const judgeOf = judgesOf(facts);

  test.each(chosen.map((policy) => [policy.id, policy] as const))(
    '%s denies its denied examples itself, where it is attached',
    (_id, policy) => {
      const own = new Set(policy.statements(facts).map(({ Sid }) => Sid));
      const judge = judgeOf(policy);
      const missed = policy
        .denied(facts)
        .flatMap(requestsOf)
        .map((request) => ({ request, sids: judge.denials(request) }))
        .filter(({ sids }) => !sids.some((sid) => own.has(sid)));
      expect(missed.map(({ request, sids }) => describeRequest(request, sids))).toEqual([]);
    },
  );

  test.each(chosen.map((policy) => [policy.id, policy] as const))(
    '%s and all the others leave its allowed examples alone',
    (_id, policy) => {
      const judge = judgeOf(policy);
      const stopped = policy
        .allowed(facts)
        .flatMap(requestsOf)
        .filter((request) => judge.decide(request) !== 'allowed')
        .map((request) => ({ request, sids: judge.denials(request) }));
      expect(stopped.map(({ request, sids }) => describeRequest(request, sids))).toEqual([]);
    },
  );
});
