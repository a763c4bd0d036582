import { organizationPolicies } from '../../policies/catalogue';
import { type OrganizationPolicy, type PolicyFacts, requestsOf, type Statement } from '../../policies/policy';
import { type Judge, judgeFor } from '../helpers/judge';
import { mutantsOf } from '../helpers/mutate-statement';
import { chosenPolicies, policyVariants } from '../helpers/policy-variants';

/** Mutants that no example can tell from the policy, and why. None today. */
const explained: Readonly<Record<string, string>> = {};

/** Whether the examples are judged as they should be by these statements alone. */
function isAsPromised(policy: OrganizationPolicy, facts: PolicyFacts) {
  const denied = policy.denied(facts).flatMap(requestsOf);
  const allowed = policy.allowed(facts).flatMap(requestsOf);
  return (judge: Judge) =>
    denied.every((request) => judge.decide(request) === 'explicitly-denied') &&
    allowed.every((request) => judge.decide(request) === 'allowed');
}

function judgeOf({ kind }: OrganizationPolicy, statements: readonly Statement[], facts: PolicyFacts): Judge {
  return judgeFor([{ kind, document: { Version: '2012-10-17', Statement: statements } }], facts);
}

test('every weakened statement makes an example fail, in one of the organizations', () => {
  const survived = new Map<string, boolean>();
  for (const facts of Object.values(policyVariants)) {
    for (const policy of chosenPolicies(organizationPolicies, facts)) {
      const promise = isAsPromised(policy, facts);
      const statements = policy.statements(facts);
      expect(promise(judgeOf(policy, statements, facts))).toBe(true);
      for (const mutant of mutantsOf(statements)) {
        const what = `${policy.id}: ${mutant.what}`;
        if (survived.get(what) === false) continue;
        survived.set(what, promise(judgeOf(policy, mutant.statements, facts)));
      }
    }
  }
  const survivors = [...survived].filter(([, hasSurvived]) => hasSurvived).map(([what]) => what);
  const score = (100 * (survived.size - survivors.length)) / survived.size;
  console.log(
    `mutation score: ${score.toFixed(1)} % (${survived.size - survivors.length} of ${survived.size} mutants found)`,
  );
  expect(survivors.sort()).toEqual(Object.keys(explained).sort());
});
