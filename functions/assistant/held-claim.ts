import { nameOf } from '../converse/audit-log';
import { type Attempt, type AuditRecord, auditRecordOf } from '../converse/audit-record';
import { type ReadRequest, readRequest } from '../converse/request';
import type { Charge, Claim } from './claim';
import { messageOf } from './messages';
import type { Question } from './question';
import { secondsUntilNextTry, TryLater, type WorkerDependencies } from './worker';

/** An event that one invocation has taken, and what it was asked. Every change is written before it is true here. */
export class HeldClaim {
  readonly question: Question;
  readonly dependencies: WorkerDependencies;
  private current: Claim;
  private readonly requestId: string;

  constructor(claim: Claim, question: Question, requestId: string, dependencies: WorkerDependencies) {
    this.current = claim;
    this.question = question;
    this.requestId = requestId;
    this.dependencies = dependencies;
  }

  get claim(): Claim {
    return this.current;
  }

  /** Writes changes and charges, or throws and changes nothing. */
  async write(changes: Partial<Claim>, charges?: readonly Charge[]): Promise<void> {
    const claim: Claim = { ...this.current, ...changes, version: this.current.version + 1 };
    await this.dependencies.claims.write(claim, charges);
    this.current = claim;
  }

  /** The outcome is known: the record, the text and what was used are written together, and survive whatever comes next. */
  async settle(attempt: Attempt, reply: string, charges: readonly Charge[], number = this.claim.calls): Promise<void> {
    await this.write({ state: 'answered', record: this.record(attempt, number, true), reply }, charges);
  }

  /** Lets the next delivery begin at once, instead of when the lease is over. */
  async handBack(): Promise<void> {
    try {
      await this.write({ leaseUntil: 0 });
    } catch (error) {
      this.dependencies.log({ event: 'lease kept', eventId: this.claim.eventId, error: nameOf(error) });
    }
  }

  /** @throws TryLater when the record is not on file */
  async putOnFile(record: AuditRecord): Promise<void> {
    try {
      await this.dependencies.writeAuditRecord(record);
    } catch (error) {
      this.dependencies.log({ event: 'withheld', eventId: record.eventId, error: nameOf(error) });
      throw new TryLater(nameOf(error), secondsUntilNextTry);
    }
  }

  /** The question as the audit record and the model are given it. */
  request(): ReadRequest {
    const { eventId, team, user, channel, prompt } = this.question;
    return readRequest({ who: { team, user, channel }, eventId, prompt });
  }

  record(attempt: Attempt, number: number, final: boolean): AuditRecord {
    const { settings, now } = this.dependencies;
    return auditRecordOf({
      request: this.request(),
      requestId: this.requestId,
      eventId: this.question.eventId,
      started: this.claim.startedAt,
      ended: now(),
      settings,
      attempt,
      number,
      final,
      origin: this.question,
    });
  }

  message(name: Parameters<typeof messageOf>[0]): string {
    return messageOf(name, this.dependencies.settings.language, this.question.eventId);
  }
}
