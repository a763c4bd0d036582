import { type QueueBatch, workBatch } from '../../../functions/assistant/work-batch';
import { failure, fakeWorker, question } from './fake-worker';

function fake() {
  const world = fakeWorker();
  const delays: [string, number][] = [];
  let deliverLater = async (receiptHandle: string, seconds: number) => void delays.push([receiptHandle, seconds]);
  return Object.assign(world, {
    delays,
    breakQueue: () => {
      deliverLater = () => Promise.reject(failure('QueueDown'));
    },
    work: (batch: QueueBatch) =>
      workBatch(batch, 'lambda-1', {
        ...world.dependencies,
        deliverLater: (handle, seconds) => deliverLater(handle, seconds),
      }),
  });
}

const record = (
  eventId: string,
  group: string,
  { body = JSON.stringify(question({ eventId })), received = 1 } = {},
) => ({
  messageId: `message-${eventId}`,
  receiptHandle: `receipt-${eventId}`,
  body,
  attributes: { ApproximateReceiveCount: String(received), MessageGroupId: group },
});
const failures = (...ids: string[]) => ({
  batchItemFailures: ids.map((id) => ({ itemIdentifier: `message-${id}` })),
});

describe('a batch', () => {
  test('that was answered leaves nothing to deliver again', async () => {
    const world = fake();
    expect(await world.work({ Records: [record('Ev1', 'a'), record('Ev2', 'b')] })).toEqual(failures());
    expect(world.posts).toHaveLength(2);
  });

  test('after a failure goes on with other threads, and keeps the order of the thread', async () => {
    const world = fake();
    const { converse } = world;
    world.converse = async (input) => {
      if (input.requestMetadata?.event_id === 'Ev1') throw failure('ThrottlingException', { $fault: 'client' });
      return converse(input);
    };
    const Records = [record('Ev1', 'a'), record('Ev2', 'a'), record('Ev3', 'b')];
    expect(await world.work({ Records })).toEqual(failures('Ev1', 'Ev2'));
    expect(world.posts.map(({ eventId }) => eventId)).toEqual(['Ev3']);
  });

  test('with a message of other code reports it, and does not say what is in it', async () => {
    const world = fake();
    const Records = [
      record('Ev1', 'a', { body: '{"version":2,"prompt":"日本語の質問"}' }),
      record('Ev2', 'b', { body: '日本語' }),
    ];
    expect(await world.work({ Records })).toEqual(failures('Ev1', 'Ev2'));
    expect(JSON.stringify(world.logged)).toContain('NotAQuestion');
    expect(JSON.stringify(world.logged)).not.toContain('日本語');
  });

  test.each([
    [1, 15],
    [3, 60],
    [8, 900],
  ])('delivered %i times waits %i seconds', async (received, seconds) => {
    const world = fake();
    world.write = () => Promise.reject(failure('AuditRecordLost'));
    await world.work({ Records: [record('Ev1', 'a', { received })] });
    expect(world.delays).toEqual([['receipt-Ev1', seconds]]);
  });

  test('is reported even when the wait cannot be shortened', async () => {
    const world = fake();
    world.breakQueue();
    world.write = () => Promise.reject(failure('AuditRecordLost'));
    expect(await world.work({ Records: [record('Ev1', 'a')] })).toEqual(failures('Ev1'));
    expect(world.logged).toContainEqual({ event: 'wait not shortened', messageId: 'message-Ev1', error: 'QueueDown' });
  });

  test('survives a table that is down, and repeats no error text', async () => {
    const world = fake();
    world.dependencies.claims.read = () => Promise.reject(failure('TableDown'));
    expect(await world.work({ Records: [record('Ev1', 'a')] })).toEqual(failures('Ev1'));
    expect(world.logged).toContainEqual(expect.objectContaining({ reason: 'TableDown' }));
    expect(JSON.stringify(world.logged)).not.toContain('日本語');
  });
});
