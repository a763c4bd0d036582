import { leaseMilliseconds } from '../../../functions/assistant/claim';
import { SlackRefused } from '../../../functions/assistant/slack';
import { dayCounter, reservationFor, userCounter } from '../../../functions/assistant/token-budget';
import { maximumPromptLength } from '../../../functions/converse/request';
import { answer, failure, fakeWorker, question } from './fake-worker';

const day = '2026-11-27';
const throttled = () => Promise.reject(failure('ThrottlingException', { $fault: 'client' }));
const timedOut = () => Promise.reject(failure('TimeoutError'));

describe('a question', () => {
  test('is answered in its thread, after the record is on file', async () => {
    const world = fakeWorker();
    expect(await world.deliver(question({ thread: '1531420000.000001' }))).toBe('answered');
    expect(world.order).toEqual(['converse', 'audit', 'post']);
    expect(world.posts).toEqual([{ channel: 'C1', thread: '1531420000.000001', eventId: 'Ev1', text: 'Answer' }]);
  });

  test('is asked with guardrail, limit of tokens, profile and ids of Slack', async () => {
    const world = fakeWorker();
    await world.deliver();
    expect(world.calls).toEqual([
      expect.objectContaining({
        modelId: 'jp.amazon.nova-2-lite-v1:0',
        inferenceConfig: { maxTokens: 1024 },
        guardrailConfig: { guardrailIdentifier: 'abcdefghijkl', guardrailVersion: '3', trace: 'enabled' },
        requestMetadata: { slack_user: 'U1', slack_team: 'T1', slack_channel: 'C1', event_id: 'Ev1' },
      }),
    ]);
  });

  test('leaves one record that says who, when, what, from where and what became of it', async () => {
    const world = fakeWorker();
    await world.deliver(question({ retryNum: 2 }));
    expect(world.records).toEqual([
      expect.objectContaining({
        schema: 'audit/1',
        eventId: 'Ev1',
        attempt: 1,
        final: true,
        who: { slackTeam: 'T1', slackUser: 'U1', slackChannel: 'C1', slackTs: '1531420618.000100' },
        origin: { requestId: 'lambda-1', apiSourceIp: '192.0.2.1', retryNum: 2 },
        result: expect.objectContaining({ outcome: 'answered' }),
        bedrockRequestId: 'bedrock-1',
      }),
    ]);
  });

  test('that is delivered again is not asked again', async () => {
    const world = fakeWorker();
    await world.deliver();
    expect(await world.deliver()).toBe('duplicate');
    expect(world.order).toEqual(['converse', 'audit', 'post']);
  });

  test('that another invocation works on is left alone until its lease is over', async () => {
    const world = fakeWorker();
    world.converse = () => new Promise(() => {});
    void world.deliver();
    await new Promise((resolve) => setTimeout(resolve, 1));
    await expect(world.deliver()).rejects.toMatchObject({ message: 'InProgress', seconds: leaseMilliseconds / 1000 });
    expect(world.calls).toHaveLength(1);
  });

  test('is answered so that Slack shows every character and calls nobody', async () => {
    const world = fakeWorker();
    world.converse = async () => answer('<!channel> <https://example.com|click> a & b');
    await world.deliver();
    expect(world.posts[0]?.text).toBe('&lt;!channel&gt; &lt;https://example.com|click&gt; a &amp; b');
  });

  test('that is too long costs nothing, is recorded, and its author is told', async () => {
    const world = fakeWorker();
    await world.deliver(question({ prompt: '長'.repeat(maximumPromptLength + 1) }));
    expect(world.order).toEqual(['audit', 'post']);
    expect(world.records[0]?.result).toMatchObject({ outcome: 'error', error: 'InvalidRequest' });
    expect(world.posts[0]?.text).toContain('8,000');
  });

  test('leaves no text in any log, record or claim once it is answered', async () => {
    const world = fakeWorker();
    world.converse = async () => answer('秘密の回答');
    await world.deliver();
    world.converse = timedOut;
    await world.deliver(question({ eventId: 'Ev2' })).catch(() => {});
    const kept = [world.logged, world.records, await world.claims.read('Ev1'), await world.claims.read('Ev2')];
    expect(JSON.stringify(kept)).not.toMatch(/日本語|秘密/);
    expect(world.logged.length).toBeGreaterThan(0);
  });
});

describe('the guardrail', () => {
  test('answers in place of the model, and the record says what stepped in', async () => {
    const world = fakeWorker();
    world.converse = async () =>
      answer('Blocked by the guardrail.', {
        stopReason: 'guardrail_intervened',
        trace: {
          guardrail: {
            inputAssessment: {
              abcdefghijkl: {
                contentPolicy: { filters: [{ type: 'PROMPT_ATTACK', confidence: 'HIGH', action: 'BLOCKED' }] },
              },
            },
          },
        },
      });
    await world.deliver();
    expect(world.posts[0]?.text).toBe('Blocked by the guardrail.');
    expect(world.records[0]?.result).toMatchObject({
      outcome: 'blocked_input',
      policyTypes: ['contentPolicy.PROMPT_ATTACK'],
    });
  });
});

describe('the budget', () => {
  test('counts what was used, for the day and for the person', async () => {
    const world = fakeWorker();
    await world.deliver();
    await world.deliver(question({ eventId: 'Ev2', user: 'U2' }));
    expect(world.claims.used(dayCounter(day))).toBe(92);
    expect(world.claims.used(userCounter(day, 'U1'))).toBe(46);
  });

  test.each([
    ['of a person', { dailyTokensPerUser: reservationFor('日本語の質問') }, 'your share', { user: 'U2' }],
    ['of the day', { dailyTokens: reservationFor('日本語の質問') }, 'The budget for today', undefined],
  ])(
    '%s that is used up stops the next call, with a record and a word to the person',
    async (_whose, limits, word, other) => {
      const world = fakeWorker(limits);
      await world.deliver();
      await world.deliver(question({ eventId: 'Ev2' }));
      expect(world.calls).toHaveLength(1);
      expect(world.records[1]).toMatchObject({ eventId: 'Ev2', final: true, result: { outcome: 'rate_limited' } });
      expect(world.posts[1]?.text).toContain(word);
      if (other) {
        await world.deliver(question({ eventId: 'Ev3', ...other }));
        expect(world.calls).toHaveLength(2);
      }
    },
  );

  test('begins anew the next day', async () => {
    const world = fakeWorker({ dailyTokensPerUser: reservationFor('日本語の質問') });
    await world.deliver();
    world.now += 24 * 60 * 60 * 1000;
    await world.deliver(question({ eventId: 'Ev2' }));
    expect(world.calls).toHaveLength(2);
  });

  test('holds against many questions at once: what is under way counts in full', async () => {
    const world = fakeWorker({ dailyTokensPerUser: 3 * reservationFor('日本語の質問') });
    world.converse = () => new Promise((resolve) => setTimeout(() => resolve(answer('Answer')), 5));
    await Promise.all(Array.from({ length: 10 }, (_, index) => world.deliver(question({ eventId: `Ev${index}` }))));
    expect(world.calls).toHaveLength(3);
    expect(world.records.filter(({ result }) => result.outcome === 'rate_limited')).toHaveLength(7);
  });

  test('gives back what a throttled call had reserved', async () => {
    const world = fakeWorker();
    world.converse = throttled;
    await world.deliver().catch(() => {});
    expect(world.claims.used(dayCounter(day))).toBe(0);
  });

  test('keeps counted what a lost call may have used', async () => {
    const world = fakeWorker();
    world.converse = timedOut;
    await world.deliver().catch(() => {});
    expect(world.claims.used(dayCounter(day))).toBe(reservationFor('日本語の質問'));
  });
});

describe('a model', () => {
  test('that is throttled is asked again later, three times, then the person is told', async () => {
    const world = fakeWorker();
    world.converse = throttled;
    await expect(world.deliver()).rejects.toMatchObject({ message: 'ThrottlingException', seconds: 15 });
    await expect(world.deliver()).rejects.toMatchObject({ seconds: 30 });
    expect(await world.deliver()).toBe('answered');
    expect(world.calls).toHaveLength(3);
    expect(world.records.map(({ attempt, final }) => [attempt, final])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(world.posts[0]?.text).toContain('too busy');
  });

  test('that answers at the second try answers once', async () => {
    const world = fakeWorker();
    const { converse } = world;
    world.converse = throttled;
    await world.deliver().catch(() => {});
    world.converse = converse;
    await world.deliver();
    expect(world.posts.map(({ text }) => text)).toEqual(['Answer']);
    expect(world.records.map(({ final }) => final)).toEqual([false, true]);
  });

  test('that does not answer in time is asked once more and no third time, each call on record', async () => {
    const world = fakeWorker();
    world.converse = timedOut;
    await expect(world.deliver()).rejects.toMatchObject({ message: 'TimeoutError' });
    expect(await world.deliver()).toBe('answered');
    expect(await world.deliver()).toBe('duplicate');
    expect(world.calls).toHaveLength(2);
    expect(world.records.map(({ attempt, final, result }) => [attempt, final, result.error])).toEqual([
      [1, false, 'TimeoutError'],
      [2, true, 'TimeoutError'],
    ]);
    expect(world.posts[0]?.text).toContain('Ev1');
  });

  test.each(['AccessDeniedException', 'ValidationException', 'ResourceNotFoundException'])(
    'that refuses with %s is not asked again, and the person is told a number and no error text',
    async (name) => {
      const world = fakeWorker();
      world.converse = () => Promise.reject(failure(name, { $fault: 'client', $metadata: { requestId: 'bedrock-9' } }));
      expect(await world.deliver()).toBe('answered');
      expect(world.records).toEqual([expect.objectContaining({ final: true, bedrockRequestId: 'bedrock-9' })]);
      expect(world.posts[0]?.text).toContain('Ev1');
      expect(world.posts[0]?.text).not.toContain(name);
      expect(world.claims.used(dayCounter(day))).toBe(0);
    },
  );
});

describe('while the audit log is down', () => {
  test('nothing is posted, and nothing is asked again: the answer waits for its record', async () => {
    const world = fakeWorker();
    const { write } = world;
    world.write = () => Promise.reject(failure('AuditRecordLost'));
    for (let delivery = 0; delivery < 4; delivery++) {
      await expect(world.deliver()).rejects.toMatchObject({ message: 'AuditRecordLost' });
    }
    expect([world.calls.length, world.posts.length]).toEqual([1, 0]);
    expect(world.logged).toContainEqual({ event: 'withheld', eventId: 'Ev1', error: 'AuditRecordLost' });
    world.write = write;
    await world.deliver();
    expect([world.calls.length, world.posts.length, world.records.length]).toEqual([1, 1, 1]);
  });

  test('the record of a call that failed is not forgotten', async () => {
    const world = fakeWorker();
    const { write, converse } = world;
    world.converse = throttled;
    world.write = () => Promise.reject(failure('AuditRecordLost'));
    await world.deliver().catch(() => {});
    world.converse = converse;
    world.write = write;
    await world.deliver();
    expect(world.records.map(({ attempt, result }) => [attempt, result.outcome])).toEqual([
      [1, 'error'],
      [2, 'answered'],
    ]);
  });
});

describe('Slack', () => {
  test.each(['ratelimited', 'internal_error', 'invalid_auth', 'http_503'])(
    'that refuses with %s is asked again with the same answer, and the model is not',
    async (code) => {
      const world = fakeWorker();
      const { post } = world;
      world.post = () => Promise.reject(new SlackRefused(code, 40));
      await expect(world.deliver()).rejects.toMatchObject({ message: code, seconds: 40 });
      world.post = post;
      await world.deliver();
      expect([world.calls.length, world.posts.length, world.records.length]).toEqual([1, 1, 1]);
    },
  );

  test('that does not answer is looked at before anything is posted again', async () => {
    const world = fakeWorker();
    world.post = async (reply) => {
      world.posts.push(reply);
      throw failure('TimeoutError');
    };
    await expect(world.deliver()).rejects.toMatchObject({ message: 'TimeoutError' });
    await world.deliver();
    expect(world.posts).toHaveLength(1);
    expect(await world.claims.read('Ev1')).toMatchObject({ state: 'done' });
  });

  test.each(['channel_not_found', 'is_archived', 'not_in_channel'])(
    'that has no place for the answer (%s) ends the matter, and the log says so',
    async (code) => {
      const world = fakeWorker();
      world.post = () => Promise.reject(new SlackRefused(code));
      expect(await world.deliver()).toBe('answered');
      expect(world.logged).toContainEqual({ event: 'undeliverable', eventId: 'Ev1', error: code });
      expect(await world.deliver()).toBe('duplicate');
    },
  );
});
