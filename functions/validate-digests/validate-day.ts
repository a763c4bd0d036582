import type { S3Client } from '@aws-sdk/client-s3';
import { ListedPublicKeys, type PublicKeyClient } from '../../integrity/listed-public-keys';
import { proofDocument } from '../../integrity/proof-document';
import { S3Archive } from '../../integrity/s3-archive';
import { type Validation, validate } from '../../integrity/validate';
import type { ValidationSettings } from './environment';

/** What the schedule sends is no day: then it is yesterday. Somebody may ask for another: `{ "day": "2026-11-26" }`. */
export interface DayRequest {
  readonly day?: unknown;
}

export interface DayResult {
  readonly day: string;
  readonly state: Validation['state'];
  /** Key of the proof. */
  readonly proof: string;
}

/** Counts of one run. A run that fails sends none. */
export interface ValidationMetrics {
  readonly Validations: 1;
  /** Files that were changed, removed or added, gaps included. */
  readonly InvalidFiles: number;
  /** Files that could not be proven. */
  readonly UnknownFiles: number;
}

export interface ValidateDayDependencies {
  readonly settings: ValidationSettings;
  readonly s3: Pick<S3Client, 'send'>;
  readonly cloudTrailIn: (region: string) => PublicKeyClient;
  readonly putProof: (key: string, body: string) => Promise<unknown>;
  readonly putMetrics: (metrics: ValidationMetrics) => Promise<unknown>;
  readonly now: () => Date;
}

const day = 86_400_000;

/** Time that is left for the proof and the metrics. */
const reserve = 90_000;

/**
 * Validates one day, in UTC. The proof is on record before the metrics are sent, so that a day that is counted can be looked up. What
 * there was no time for is unknown.
 */
export async function validateDay(
  request: DayRequest,
  context: { readonly getRemainingTimeInMillis: () => number },
  { settings, s3, cloudTrailIn, putProof, putMetrics, now }: ValidateDayDependencies,
): Promise<DayResult> {
  const moment = now();
  const from = dayOf(request, moment);
  const period = { from, to: new Date(from.getTime() + day), now: moment };
  const validation = await validate({
    archive: new S3Archive(s3, settings.trailBucket),
    publicKeys: new ListedPublicKeys(cloudTrailIn),
    scope: settings.prefix,
    period,
    // A region waits for S3 most of the time: one digest follows the other.
    regions: 24,
    concurrency: 8,
    outOfTime: () => context.getRemainingTimeInMillis() < reserve,
  });
  const text = from.toISOString().slice(0, 10);
  const proof = `validations/${text.replaceAll('-', '/')}.json`;
  const target = `s3://${settings.trailBucket}/${settings.prefix}`;
  await putProof(proof, JSON.stringify(proofDocument(validation, target, period, settings.tool)));
  const metrics = metricsOf(validation);
  await putMetrics(metrics);
  console.info({ message: 'validated', day: text, state: validation.state, proof, ...metrics });
  return { day: text, state: validation.state, proof };
}

function dayOf({ day: asked }: DayRequest, now: Date): Date {
  if (asked === undefined) return new Date(`${new Date(now.getTime() - day).toISOString().slice(0, 10)}T00:00:00Z`);
  const from =
    typeof asked === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? new Date(`${asked}T00:00:00Z`) : undefined;
  if (!from || Number.isNaN(from.getTime())) {
    throw new Error(
      `day ${JSON.stringify(asked)} is not a day. Send { "day": "2026-11-26" }, or nothing for yesterday`,
    );
  }
  return from;
}

function metricsOf({ state, regions }: Validation): ValidationMetrics {
  const count = (counted: 'invalid' | 'unknown') =>
    regions
      .flatMap(({ faults }) => faults)
      .filter((fault) => fault.state === counted)
      .reduce((total, { more = 0 }) => total + 1 + more, 0);
  const unknown = count('unknown');
  return {
    Validations: 1,
    InvalidFiles: count('invalid'),
    // A day without any digest has no file to name, and proves nothing.
    UnknownFiles: state === 'unknown' ? Math.max(1, unknown) : unknown,
  };
}
