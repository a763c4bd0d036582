import fc from 'fast-check';
import { policyFactsOf } from '../../config/policy-facts';
import { everyAccount } from '../../config/resolve-organization';
import { attachedPolicies } from '../../explain/attached-policies';
import { chainOf } from '../../explain/chain-of';
import { explainQuestion } from '../../explain/explanation';
import { letEverybodyIn } from '../../explain/open-document';
import { findPrincipal } from '../../explain/principals/find-principal';
import type { Question } from '../../explain/question';
import { organizationPolicies } from '../../policies/catalogue';
import type { Example } from '../../policies/policy';
import { exampleOrganization } from '../helpers/example';
import { judgeFor } from '../helpers/judge';
import { runs } from '../helpers/runs';

const organization = exampleOrganization();
const facts = policyFactsOf(organization);
const documents = attachedPolicies(organization);
const judge = judgeFor(documents, facts);
const accounts = everyAccount(organization);
const isRole = ({ principal, context = {} }: Example) =>
  /^arn:aws:iam::\d{12}:role\//.test(principal) && !('aws:PrincipalOrgID' in context);

/** The examples of roles of this organization: `explain` asks about principals of its accounts. */
const examples = organizationPolicies
  .filter(({ applies }) => applies?.(facts) ?? true)
  .filter(({ targets }) => targets !== 'suspended-units')
  .flatMap((policy) =>
    [...policy.denied(facts), ...policy.allowed(facts)].filter(isRole).map((example) => ({ policy, example })),
  );

function questionOf({ principal, action, resource, context = {} }: Example): Question {
  const account = accounts.find(({ id }) => principal.includes(`::${id}:`));
  if (account === undefined) throw new Error(`${principal} is in no account`);
  const found = findPrincipal(principal, {
    organization,
    account,
    action,
    managedPolicies: new Map(),
    identityPolicies: undefined,
    allowEverything: true,
  });
  if ('mistake' in found) throw new Error(found.mistake);
  return {
    account,
    principal: found,
    action,
    resource,
    context: Object.fromEntries(Object.entries(context).map(([key, value]) => [key, [value].flat()])),
    resourcePolicy: { ...letEverybodyIn('everybody'), kind: 'resource-policy' },
  };
}

describe('explain', () => {
  test('decides as the evaluator does, for examples of every policy asked anywhere', () => {
    const anywhere = fc.tuple(fc.constantFrom(...examples), fc.constantFrom(...examples), fc.constantFrom(...accounts));
    fc.assert(
      fc.property(anywhere, ([{ example: asked }, { example: other }, account]) => {
        const principal = other.principal.replace(/::\d{12}:/, `::${account.id}:`);
        const question = questionOf({ ...asked, principal });
        const { chain, request } = chainOf(question, organization, documents);
        expect(explainQuestion(question, organization, documents).decision).toBe(chain.decide(request));
      }),
      { numRuns: runs(60) },
    );
  });

  test('answers every example as the pack promises and names its policy, or says what it would have to know', () => {
    const answers = examples.map(({ policy, example }) => {
      const { decision, lacked, decidedBy, alsoDenying } = explainQuestion(
        questionOf(example),
        organization,
        documents,
      );
      // What an example leaves out is absent; what an asker leaves out and AWS knows is not known.
      const expected = lacked.length > 0 && decision === 'unknown' ? 'unknown' : judge.decide(example);
      const named = [decidedBy, ...alsoDenying].some((origin) => origin?.policy?.id === policy.id);
      const promised =
        expected === 'explicitly-denied' && policy.denied(facts).some(({ says }) => says.en === example.says.en);
      return { says: example.says.en, decision, expected, named: promised ? named : true };
    });
    expect(answers.filter(({ decision, expected, named }) => decision !== expected || !named)).toEqual([]);
    const unknown = answers.filter(({ decision }) => decision === 'unknown');
    expect(unknown.length).toBeLessThan(answers.length / 10);
  });
});
