import fc from 'fast-check';
import { compare } from './compare';
import { scenarios } from './generators';
import { knownDifferences } from './known-differences';

/** `npm run test:differential` judges many more than `npm test` has time for. */
const numRuns = Number(process.env.ISHIZUE_DIFFERENTIAL_CASES ?? 500);
const seed = Number(process.env.ISHIZUE_DIFFERENTIAL_SEED ?? 20261127);
/** From here on each known difference should have been met. */
const MANY = 20_000;

test(
  `${numRuns} generated scenarios are judged as a simulator that is not ours judges them, but for known differences`,
  async () => {
    const met = new Map<string, number>();
    const decisions = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const { ours, simulated, explainedBy } = await compare(scenario);
        decisions.set(ours, (decisions.get(ours) ?? 0) + 1);
        for (const { id } of explainedBy ?? []) met.set(id, (met.get(id) ?? 0) + 1);
        // An unexplained difference shows both decisions, and the shrunk scenario with them.
        if (explainedBy === undefined) expect(ours).toBe(simulated);
      }),
      { seed, numRuns },
    );
    if (numRuns < MANY) return;
    console.log(`decisions: ${JSON.stringify(Object.fromEntries(decisions))}`);
    console.log(`explained differences: ${JSON.stringify(Object.fromEntries(met))}`);
    expect([...met.keys()].sort()).toEqual(knownDifferences.map(({ id }) => id).sort());
  },
  15 * 60_000,
);

test('every known difference names the AWS page that decides it', () => {
  for (const { source } of knownDifferences) expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  expect(new Set(knownDifferences.map(({ id }) => id)).size).toBe(knownDifferences.length);
});
