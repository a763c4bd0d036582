import type { Evidence, PackEvidence } from './evidence';
import type { Finding, Tally } from './finding';

type Counter = { -readonly [Key in keyof Tally]: number };

const nothing: Tally = { passed: 0, failed: 0, unknown: 0, waived: 0, notApplicable: 0 };

/** Counts by pack and rule, and by pack and stack. */
export class Tallies {
  private readonly byRule = new Map<string, Map<string, Counter>>();
  private readonly byStack = new Map<string, Map<string, Counter>>();

  /** @param stack undefined for what concerns the organization as a whole */
  add(pack: string, rule: string, stack: string | undefined, state: keyof Tally, count = 1): void {
    increase(this.byRule, pack, rule, state, count);
    if (stack !== undefined) increase(this.byStack, pack, stack, state, count);
  }

  ofPack(pack: string): Tally {
    return sum([...(this.byRule.get(pack)?.values() ?? [])]);
  }

  /** Rules with at least one result other than "not applicable", in the order of their ids. */
  appliedRules(pack: string): { rule: string; tally: Tally }[] {
    return [...(this.byRule.get(pack) ?? [])]
      .map(([rule, tally]) => ({ rule, tally }))
      .filter(({ tally }) => tally.passed + tally.failed + tally.unknown + tally.waived > 0)
      .sort((a, b) => (a.rule < b.rule ? -1 : 1));
  }

  ofRule(pack: string, rule: string): Tally {
    return this.byRule.get(pack)?.get(rule) ?? nothing;
  }

  ofStacks(pack: string, stacks: readonly string[]): Tally {
    return sum(stacks.map((stack) => this.byStack.get(pack)?.get(stack) ?? nothing));
  }
}

/** What passed and what did not apply, from the records of the packs; what did not pass comes as findings. */
export function countPasses(tallies: Tallies, { packs }: Pick<Evidence, 'packs'>): void {
  for (const { pack, rules } of packs as readonly PackEvidence[]) {
    for (const { id, compliant, notApplicable } of rules) {
      for (const { stack } of compliant) tallies.add(pack, id, stack, 'passed');
      for (const [stack, count] of notApplicable) tallies.add(pack, id, stack, 'notApplicable', count);
    }
  }
}

export function countFindings(tallies: Tallies, findings: readonly Finding[]): void {
  for (const { pack, check, stack, state, waiver } of findings) {
    const rule = check.replace(/^[^:[\]]+::/, '').replace(/\[.*$/s, '');
    tallies.add(pack, rule, stack, waiver !== undefined ? 'waived' : state === 'fail' ? 'failed' : 'unknown');
  }
}

function increase(
  tallies: Map<string, Map<string, Counter>>,
  pack: string,
  key: string,
  state: keyof Tally,
  count: number,
): void {
  const ofPack = entry(tallies, pack, () => new Map<string, Counter>());
  entry(ofPack, key, () => ({ ...nothing }))[state] += count;
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      unknown: total.unknown + tally.unknown,
      waived: total.waived + tally.waived,
      notApplicable: total.notApplicable + tally.notApplicable,
    }),
    nothing,
  );
}
