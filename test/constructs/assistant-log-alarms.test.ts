import { logAlarms } from '../../constructs/assistant-log-alarms';
import { bedrockLogAlarms } from '../../constructs/bedrock-log-alarms';
import { ingress } from '../../functions/assistant/ingress';
import { answer, failure, fakeWorker, question } from '../functions/assistant/fake-worker';
import { metricFilterMatches } from '../helpers/metric-filter-pattern';

/** Which alarms count an entry of a log. */
const countedBy = (log: string, entry: unknown) =>
  Object.entries({ ...logAlarms, ...bedrockLogAlarms })
    .filter(([, alarm]) => alarm.log === log && metricFilterMatches(alarm.pattern, entry))
    .map(([name]) => name);

/** As Lambda writes what a function logs as an object. */
const asLambda = (message: unknown) => ({ timestamp: '2026-11-27T00:00:00Z', level: 'INFO', requestId: '1', message });

async function ingressLog(signingSecret: () => Promise<string>): Promise<unknown> {
  const logged: unknown[] = [];
  await ingress(
    { headers: {}, body: '{}' },
    {
      audience: { teamId: 'T1', appId: 'A1' },
      signingSecret,
      enqueue: async () => {},
      now: Date.now,
      log: (entry) => logged.push(entry),
    },
  );
  return asLambda(logged[0]);
}

describe('an alarm counts what the functions really log', () => {
  test('a request nobody signed', async () => {
    expect(countedBy('ingress', await ingressLog(async () => 'secret'))).toEqual(['signature-failures']);
  });

  test('a question that cannot be taken', async () => {
    const entry = await ingressLog(() => Promise.reject(new Error('down')));
    expect(countedBy('ingress', entry)).toEqual(['ingress-unavailable']);
  });

  test('an answer that is withheld', async () => {
    const world = fakeWorker();
    world.write = () => Promise.reject(failure('AuditRecordLost'));
    await world.deliver().catch(() => {});
    expect(world.logged.flatMap((entry) => countedBy('worker', asLambda(entry)))).toEqual(['answers-withheld']);
  });

  test('a budget that is used up', async () => {
    const world = fakeWorker({ dailyTokens: 1 });
    await world.deliver();
    expect(world.records.flatMap((record) => countedBy('audit', record))).toEqual(['budget-used-up']);
  });

  test('a model that is throttled', async () => {
    const world = fakeWorker();
    world.converse = () => Promise.reject(failure('ThrottlingException', { $fault: 'client' }));
    await world.deliver().catch(() => {});
    expect(world.records.flatMap((record) => countedBy('audit', record))).toEqual(['model-throttled']);
  });

  test('a call around the assistant, and none of its own', async () => {
    const world = fakeWorker();
    world.converse = async () => answer('Answer');
    await world.deliver(question());
    const own = { schemaType: 'ModelInvocationLog', requestMetadata: world.calls[0]?.requestMetadata };
    expect(countedBy('invocations', own)).toEqual([]);
    expect(countedBy('invocations', { schemaType: 'ModelInvocationLog' })).toEqual(['use-nobody-signed-for']);
  });

  test('and nothing when all is well', async () => {
    const world = fakeWorker();
    await world.deliver();
    expect(world.logged.flatMap((entry) => countedBy('worker', asLambda(entry)))).toEqual([]);
    expect(world.records.flatMap((record) => countedBy('audit', record))).toEqual([]);
  });
});
