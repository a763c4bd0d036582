import { BudgetExceeded, type Charge, type Claim, type ClaimTable, ClaimTaken } from '../functions/assistant/claim';

/** Claims and counters in memory, with the guarantees of the table: all of a write or nothing, and never over a newer version. */
export class MemoryClaims implements ClaimTable {
  private readonly claims = new Map<string, Claim>();
  private readonly counters = new Map<string, number>();

  async read(eventId: string): Promise<Claim | undefined> {
    return structuredClone(this.claims.get(eventId));
  }

  async write(claim: Claim, charges: readonly Charge[] = []): Promise<void> {
    if ((this.claims.get(claim.eventId)?.version ?? 0) !== claim.version - 1) throw new ClaimTaken(claim.eventId);
    const exceeded = charges.find(({ counter, tokens, limit = Infinity }) => this.used(counter) + tokens > limit);
    if (exceeded) throw new BudgetExceeded(exceeded.counter);
    for (const { counter, tokens } of charges) this.counters.set(counter, this.used(counter) + tokens);
    this.claims.set(claim.eventId, structuredClone(claim));
  }

  /** Tokens on a counter. */
  used(counter: string): number {
    return this.counters.get(counter) ?? 0;
  }
}
