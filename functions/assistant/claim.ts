import type { AuditRecord } from '../converse/audit-record';

/**
 * How far an event has come. Each step is written before the next begins, so that whoever finds the claim after a crash knows what
 * has happened for certain and what may have.
 *
 * ```
 * claimed ─► calling ─► answered ─► posting ─► done
 *    ▲          │           ▲          │
 *    └──────────┘           └──────────┘
 *   not run, or nobody    Slack said no
 *   knows (once only)
 * ```
 */
export type ClaimState = 'claimed' | 'calling' | 'answered' | 'posting' | 'done';

/** Everything that is remembered of an event. The question is not: it is in the queue until the event is done. */
export interface Claim {
  readonly eventId: string;
  /** Grows with each write; a write that expects another version fails. */
  readonly version: number;
  readonly state: ClaimState;
  /** Milliseconds since 1970 until which one invocation has the event to itself. */
  readonly leaseUntil: number;
  /** Calls of the model that were begun. */
  readonly calls: number;
  /** Calls whose outcome nobody knows; they may have been billed. */
  readonly lost: number;
  /** When the latest call was begun, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Tokens the latest call has reserved, and on which day. */
  readonly reserved: number;
  readonly day: string;
  /** Record of the latest attempt, while it is not known to be on file. Holds no text. */
  readonly record?: AuditRecord;
  /** What will be posted; gone when it has been. */
  readonly reply?: string;
  /** Seconds since 1970 after which the claim may be deleted. */
  readonly expiresAt: number;
}

/** Adds tokens to a counter of one day; negative to give back what was reserved and not used. */
export interface Charge {
  readonly counter: string;
  readonly tokens: number;
  /** The counter may not pass this. @default no limit */
  readonly limit?: number;
  /** Seconds since 1970 after which the counter may be deleted. */
  readonly expiresAt: number;
}

/** Where claims and counters are. */
export interface ClaimTable {
  /** The claim as last written, never an older one. */
  read(eventId: string): Promise<Claim | undefined>;
  /**
   * Writes the claim and all charges, or nothing, when the stored claim has the version before the claim's.
   *
   * @throws ClaimTaken when somebody else has written it
   * @throws BudgetExceeded when a counter would pass its limit
   */
  write(claim: Claim, charges?: readonly Charge[]): Promise<void>;
}

/** Thrown when another invocation has written the claim. */
export class ClaimTaken extends Error {
  constructor(eventId: string) {
    super(`Event ${eventId} is in the hands of another invocation`);
    this.name = 'ClaimTaken';
  }
}

/** Thrown when a counter would pass its limit. Nothing was written. */
export class BudgetExceeded extends Error {
  readonly counter: string;

  constructor(counter: string) {
    super(`The budget of ${counter} is used up`);
    this.name = 'BudgetExceeded';
    this.counter = counter;
  }
}

/** Longer than Lambda lets an invocation live, so that a lease that is over belongs to nobody. */
export const leaseMilliseconds = 130_000;

/** Longer than the dead-letter queue keeps a question: whatever is sent back from there is not billed again. */
const claimSeconds = 15 * 24 * 60 * 60;

/** The first claim of an event. */
export function newClaim(eventId: string, now: number): Claim {
  return {
    eventId,
    version: 1,
    state: 'claimed',
    leaseUntil: now + leaseMilliseconds,
    calls: 0,
    lost: 0,
    startedAt: now,
    reserved: 0,
    day: new Date(now).toISOString().slice(0, 10),
    expiresAt: Math.floor(now / 1000) + claimSeconds,
  };
}
