import { type Fault, type FaultKind, type ProofState, worst } from './fault';

/** Reasons that concern many files alike: told once, with the first file and how many more there are. */
const alike: readonly FaultKind[] = ['no-public-key', 'no-signature', 'unreadable'];

/** Collects the faults of one account and region. */
export class FaultLog {
  private readonly found: Fault[] = [];
  private readonly states = new Map<string, ProofState>();

  add(fault: Fault): void {
    // Whatever else follows from a file that was changed or removed has the same cause.
    const known = this.states.get(fault.file);
    if (known === 'invalid' || known === fault.state) return;
    this.states.set(fault.file, fault.state);
    const first = alike.includes(fault.kind)
      ? this.found.findIndex(({ kind, says }) => kind === fault.kind && says.en === fault.says.en)
      : -1;
    const told = this.found[first];
    if (told) this.found[first] = { ...told, more: (told.more ?? 0) + 1 };
    else this.found.push(fault);
  }

  get faults(): readonly Fault[] {
    return this.found;
  }

  get state(): ProofState {
    return worst(this.found.map(({ state }) => state));
  }
}
