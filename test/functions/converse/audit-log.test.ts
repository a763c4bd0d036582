import { AuditRecordLost, auditLog, type LogsClient } from '../../../functions/converse/audit-log';
import type { AuditRecord } from '../../../functions/converse/audit-record';

const record = { schema: 'audit/1', ts: '2026-11-24T01:02:03.456Z', eventId: 'Ev1' } as AuditRecord;

function fake(overrides: Partial<LogsClient> = {}) {
  const client = {
    createLogStream: jest.fn(async () => ({})),
    putLogEvents: jest.fn(async () => ({ $metadata: {} })),
    ...overrides,
  };
  return { client, write: auditLog(client, '/example/bedrock/audit', 'stream-1') };
}

const named = (name: string) => Object.assign(new Error('message with a prompt in it'), { name });

describe('the audit log', () => {
  test('writes a record as one line of JSON at the time of the attempt', async () => {
    const { client, write } = fake();
    await write(record);
    expect(client.putLogEvents).toHaveBeenCalledWith({
      logGroupName: '/example/bedrock/audit',
      logStreamName: 'stream-1',
      logEvents: [{ timestamp: Date.UTC(2026, 10, 24, 1, 2, 3, 456), message: JSON.stringify(record) }],
    });
  });

  test('makes its stream once, before the first record', async () => {
    const { client, write } = fake();
    await Promise.all([write(record), write(record)]);
    await write(record);
    expect(client.createLogStream).toHaveBeenCalledTimes(1);
    expect(client.putLogEvents).toHaveBeenCalledTimes(3);
  });

  test('goes on when the stream is there already', async () => {
    const { client, write } = fake({
      createLogStream: jest.fn().mockRejectedValue(named('ResourceAlreadyExistsException')),
    });
    await write(record);
    expect(client.putLogEvents).toHaveBeenCalledTimes(1);
  });

  test('says that a record is lost when the stream cannot be made, and tries again next time', async () => {
    const createLogStream = jest.fn().mockRejectedValueOnce(named('ResourceNotFoundException')).mockResolvedValue({});
    const { client, write } = fake({ createLogStream });
    await expect(write(record)).rejects.toThrow(AuditRecordLost);
    expect(client.putLogEvents).not.toHaveBeenCalled();
    await write(record);
    expect(client.putLogEvents).toHaveBeenCalledTimes(1);
  });

  test('says that a record is lost when CloudWatch Logs refuses it, by the name of the reason only', async () => {
    const { write } = fake({ putLogEvents: jest.fn().mockRejectedValue(named('ThrottlingException')) });
    await expect(write(record)).rejects.toThrow(
      'The audit record could not be written (ThrottlingException); the answer is withheld',
    );
  });

  test('says that a record is lost when CloudWatch Logs answers 200 and throws it away', async () => {
    const putLogEvents = jest.fn(async () => ({ $metadata: {}, rejectedLogEventsInfo: { tooOldLogEventEndIndex: 1 } }));
    const { write } = fake({ putLogEvents });
    await expect(write(record)).rejects.toThrow('RejectedLogEvents');
  });
});
