import type { AskedEvent } from './asked-event';

/** Counts what was asked. */
export class Tally {
  events = 0;
  readonly byOutcome = new Map<string, number>();
  readonly byModel = new Map<string, number>();
  readonly tokens = { in: 0, out: 0 };
  /** Answered or blocked by Bedrock, and yet not in the invocation log. */
  withoutText = 0;

  add({ record, text }: AskedEvent): void {
    const { result, what, tokens, bedrockRequestId } = record;
    this.events += 1;
    this.byOutcome.set(result.outcome, (this.byOutcome.get(result.outcome) ?? 0) + 1);
    this.byModel.set(what.profile, (this.byModel.get(what.profile) ?? 0) + 1);
    this.tokens.in += tokens.in ?? 0;
    this.tokens.out += tokens.out ?? 0;
    const logged = bedrockRequestId !== null && result.outcome !== 'error' && result.outcome !== 'rate_limited';
    if (text !== undefined && logged && (text?.prompt ?? null) === null) this.withoutText += 1;
  }
}
