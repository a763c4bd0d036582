import type { Reach } from './planned-policies';
import type { Survey } from './survey';

/** A root or unit of the configuration that policies are attached to. */
export interface PolicyTarget {
  readonly name: string;
  /** Undefined while the unit does not exist: nothing is attached to it. */
  readonly id: string | undefined;
  /** Which planned documents are attached to it. */
  readonly reaches: readonly Reach[];
  readonly order: number;
}

/** The root first, then the units in the order of the configuration. */
export async function policyTargets({ organization, reads }: Survey): Promise<readonly PolicyTarget[]> {
  const root: PolicyTarget = { name: 'root', id: organization.rootId, reaches: ['root'], order: 0 };
  const units = (await reads.units()).map(({ name, id, canary, suspended }, index): PolicyTarget => {
    const reaches: Reach[] = ['every-unit'];
    if (canary) reaches.push('canary-units');
    if (suspended) reaches.push('suspended-units');
    return { name, id, reaches, order: index + 1 };
  });
  return [root, ...units];
}
