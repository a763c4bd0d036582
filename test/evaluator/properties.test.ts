import fc from 'fast-check';
import type { Decision } from '../../evaluator/judge';
import { runs } from '../helpers/runs';
import { scenarios } from './differential/generators';
import { ourDecision, type Scenario } from './differential/scenario';
import type { StatementJson } from './documents';

const settings = { seed: 20261127, numRuns: runs(100) };
const denyEverything: StatementJson = { Effect: 'Deny', Action: '*', Resource: '*' };
const denied: readonly Decision[] = ['explicitly-denied', 'implicitly-denied'];

const check = (property: (scenario: Scenario, more: Scenario) => void) =>
  // Pairs of scenarios about the same request: the second one lends its policies.
  fc.assert(fc.property(scenarios, scenarios, property), settings);

/** A resource policy and the rest of the second scenario may speak of other resources; they still are policies. */
const identityOf = ({ identity }: Scenario) => identity.flat();

/** Only who has identity policies can be denied by them. */
const hasIdentity = ({ principal }: Scenario) => /:(user|role|assumed-role|federated-user)\//.test(principal);

describe('whatever the policies and the request', () => {
  test('a Deny that applies to everything wins', () => {
    check((scenario) => {
      fc.pre(hasIdentity(scenario));
      expect(ourDecision({ ...scenario, identity: [...scenario.identity, [denyEverything]] })).toBe(
        'explicitly-denied',
      );
    });
  });

  test('another Deny never turns a denial into anything else', () => {
    check((scenario, other) => {
      const decision = ourDecision(scenario);
      fc.pre(denied.includes(decision));
      const denials = identityOf(other).map((statement) => ({ ...statement, Effect: 'Deny' }));
      fc.pre(denials.length > 0);
      expect(denied).toContain(ourDecision({ ...scenario, identity: [...scenario.identity, denials] }));
    });
  });

  test('another level of service control policies never allows more', () => {
    check((scenario, other) => {
      const decision = ourDecision(scenario);
      fc.pre(decision !== 'allowed' && scenario.scps !== undefined && other.scps !== undefined);
      const scps = [...(scenario.scps ?? []), ...(other.scps ?? [])];
      expect(ourDecision({ ...scenario, scps })).not.toBe('allowed');
    });
  });

  test('a boundary never allows more', () => {
    check((scenario, other) => {
      fc.pre(hasIdentity(scenario) && other.boundary !== undefined);
      fc.pre(ourDecision({ ...scenario, boundary: undefined }) !== 'allowed');
      expect(ourDecision({ ...scenario, boundary: other.boundary })).not.toBe('allowed');
    });
  });

  test('another Allow never turns what is allowed into something else', () => {
    check((scenario, other) => {
      fc.pre(ourDecision(scenario) === 'allowed');
      const allowances = identityOf(other).map((statement) => ({ ...statement, Effect: 'Allow' }));
      fc.pre(allowances.length > 0);
      expect(ourDecision({ ...scenario, identity: [...scenario.identity, allowances] })).toBe('allowed');
    });
  });

  test('a decision that is made without a key holds whatever the key turns out to be', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), (scenario, dice) => {
        const keys = Object.keys(scenario.context);
        const hidden = [keys[dice % keys.length] as string, keys[(dice >> 4) % keys.length] as string];
        const decision = ourDecision(scenario, [...new Set(hidden)]);
        const known = ourDecision(scenario);
        if (decision === 'allowed' || decision === 'explicitly-denied') expect(known).toBe(decision);
        // Of an implicit denial it may be unknown whether it is an explicit one as well.
        if (decision === 'implicitly-denied') expect(denied).toContain(known);
      }),
      { ...settings, numRuns: runs(500) },
    );
  });

  test('the order of policies and statements does not matter', () => {
    check((scenario) => {
      const reversed = <Value>(values: readonly Value[]) => [...values].reverse();
      const turned: Scenario = {
        ...scenario,
        identity: reversed(scenario.identity).map(reversed),
        boundary: scenario.boundary && reversed(scenario.boundary),
        session: scenario.session && reversed(scenario.session),
        scps: scenario.scps && reversed(scenario.scps).map((level) => reversed(level).map(reversed)),
        rcps: scenario.rcps && reversed(scenario.rcps).map((level) => reversed(level).map(reversed)),
        resourcePolicy: scenario.resourcePolicy && reversed(scenario.resourcePolicy),
        endpoint: scenario.endpoint && reversed(scenario.endpoint),
      };
      expect(ourDecision(turned)).toBe(ourDecision(scenario));
    });
  });
});
