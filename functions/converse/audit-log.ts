import type {
  CreateLogStreamCommandInput,
  PutLogEventsCommandInput,
  PutLogEventsCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs';
import type { AuditRecord } from './audit-record';

/** The two calls of CloudWatch Logs an audit log needs. */
export interface LogsClient {
  createLogStream(input: CreateLogStreamCommandInput): Promise<unknown>;
  putLogEvents(input: PutLogEventsCommandInput): Promise<PutLogEventsCommandOutput>;
}

/** Thrown when a record is not on file. Carries the name of the reason, never the record. */
export class AuditRecordLost extends Error {
  constructor(reason: string) {
    super(`The audit record could not be written (${reason}); the answer is withheld`);
    this.name = 'AuditRecordLost';
  }
}

/**
 * Writes audit records to one stream of a log group and returns when they are on file. The function's own log would not do: Lambda
 * ships it later and does not say when it is lost.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html
 *
 * @param logStreamName unique to the execution environment; the stream is made when the first record is written
 */
export function auditLog(logs: LogsClient, logGroupName: string, logStreamName: string) {
  let stream: Promise<void> | undefined;
  return async function writeAuditRecord(record: AuditRecord): Promise<void> {
    try {
      stream ??= createStream(logs, logGroupName, logStreamName);
      await stream;
    } catch (error) {
      stream = undefined;
      throw new AuditRecordLost(nameOf(error));
    }
    const { rejectedLogEventsInfo } = await logs
      .putLogEvents({
        logGroupName,
        logStreamName,
        logEvents: [{ timestamp: Date.parse(record.ts), message: JSON.stringify(record) }],
      })
      .catch((error: unknown) => {
        throw new AuditRecordLost(nameOf(error));
      });
    // CloudWatch Logs answers 200 to events it throws away for being too old or too new.
    if (rejectedLogEventsInfo) throw new AuditRecordLost('RejectedLogEvents');
  };
}

async function createStream(logs: LogsClient, logGroupName: string, logStreamName: string): Promise<void> {
  try {
    await logs.createLogStream({ logGroupName, logStreamName });
  } catch (error) {
    if (nameOf(error) !== 'ResourceAlreadyExistsException') throw error;
  }
}

/** Name of an error; messages of services may repeat what they were sent. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'UnknownError';
}
