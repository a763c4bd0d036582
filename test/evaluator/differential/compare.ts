import { type KnownDifference, knownDifferences } from './known-differences';
import { ourDecision, type Scenario } from './scenario';
import { simulatedDecision } from './simulator';

export interface Comparison {
  readonly ours: string;
  readonly simulated: string;
  /** The known differences that explain why the two are not the same; undefined where nothing does. */
  readonly explainedBy: readonly KnownDifference[] | undefined;
}

/** Judges a scenario by both engines; a difference is explained when it is gone once the simulator is told what it lacks. */
export async function compare(scenario: Scenario): Promise<Comparison> {
  const ours = ourDecision(scenario);
  const simulated = await simulatedDecision(scenario);
  if (ours === simulated) return { ours, simulated, explainedBy: [] };
  const concerning = knownDifferences.filter(({ concerns }) => concerns(scenario));
  for (const difference of concerning) {
    const told = difference.retell?.(scenario);
    if (told && (await simulatedDecision(told)) === ours) return { ours, simulated, explainedBy: [difference] };
  }
  const toldAll = concerning.reduce((told, { retell }) => retell?.(told) ?? told, scenario);
  const decision = await simulatedDecision(toldAll);
  if (decision === ours) return { ours, simulated, explainedBy: concerning.filter(({ retell }) => retell) };
  const open = concerning.filter(({ retell }) => retell === undefined);
  return { ours, simulated, explainedBy: open.length > 0 && maybe(ours, decision) ? open : undefined };
}

/** What is unknown to us may be anything; of an implicit denial, whether it is an explicit one as well may be unknown. */
function maybe(ours: string, simulated: string): boolean {
  return ours === 'unknown' || (ours === 'implicitly-denied' && simulated === 'explicitly-denied');
}
