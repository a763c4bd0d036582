import type { ConverseCommandInput, ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import fc from 'fast-check';
import type { AuditRecord } from '../../../functions/converse/audit-record';
import { handle } from '../../../functions/converse/handle';

const settings = {
  inferenceProfile: 'jp.amazon.nova-2-lite-v1:0',
  foundationModel: 'amazon.nova-2-lite-v1:0',
  guardrailId: 'abcdefghijkl',
  guardrailVersion: '3',
  build: '0123456789ab',
};
const event = { who: { team: 'T1', user: 'U1', channel: 'C1' }, prompt: '日本語の質問', eventId: 'Ev1' };

function response(text: string, more: Partial<ConverseCommandOutput> = {}): ConverseCommandOutput {
  return {
    $metadata: { requestId: 'bedrock-1' },
    output: { message: { role: 'assistant', content: [{ text }] } },
    stopReason: 'end_turn',
    usage: { inputTokens: 12, outputTokens: 34, totalTokens: 46 },
    metrics: { latencyMs: 5 },
    ...more,
  };
}
const blocked = (match: string): Partial<ConverseCommandOutput> => ({
  stopReason: 'guardrail_intervened',
  trace: {
    guardrail: {
      inputAssessment: {
        abcdefghijkl: {
          sensitiveInformationPolicy: { piiEntities: [{ type: 'PASSWORD', match, action: 'BLOCKED' }], regexes: [] },
        },
      },
    },
  },
});

/** Everything the handler touches, on the record and in order. */
function fake({
  answer = async () => response('Answer'),
  write = async () => {},
  foundationModel = settings.foundationModel,
}: {
  answer?: (input: ConverseCommandInput) => Promise<ConverseCommandOutput>;
  write?: () => Promise<void>;
  foundationModel?: string;
} = {}) {
  const calls: ConverseCommandInput[] = [];
  const records: AuditRecord[] = [];
  let clock = Date.UTC(2026, 10, 24);
  const dependencies = {
    settings: { ...settings, foundationModel },
    converse: async (input: ConverseCommandInput) => {
      calls.push(input);
      return answer(input);
    },
    writeAuditRecord: async (record: AuditRecord) => {
      await write();
      records.push(record);
    },
    now: () => {
      clock += 250;
      return clock;
    },
  };
  return { calls, records, ask: (asked: unknown = event) => handle(asked, 'lambda-1', dependencies) };
}

const failing =
  (name: string, message = name) =>
  async () => {
    throw Object.assign(new Error(message), { name, $metadata: { requestId: 'bedrock-2' } });
  };

describe('the assistant', () => {
  test('answers', async () => {
    const { ask } = fake();
    expect(await ask()).toEqual({ outcome: 'answered', eventId: 'Ev1', text: 'Answer' });
  });

  test('always sends the guardrail with its trace, a limit of tokens and who asks', async () => {
    const { ask, calls } = fake();
    await ask();
    expect(calls).toEqual([
      {
        modelId: 'jp.amazon.nova-2-lite-v1:0',
        messages: [{ role: 'user', content: [{ text: '日本語の質問' }] }],
        inferenceConfig: { maxTokens: 1024 },
        guardrailConfig: { guardrailIdentifier: 'abcdefghijkl', guardrailVersion: '3', trace: 'enabled' },
        requestMetadata: { slack_user: 'U1', slack_team: 'T1', slack_channel: 'C1', event_id: 'Ev1' },
      },
    ]);
  });

  test('tells a model that thinks by default not to', async () => {
    const { ask, calls } = fake({ foundationModel: 'anthropic.claude-haiku-5-5' });
    await ask();
    expect(calls[0]?.additionalModelRequestFields).toEqual({ thinking: { type: 'disabled' } });
  });

  test('says who asked when and what became of it, without the text', async () => {
    const { ask, records } = fake();
    await ask();
    expect(records).toEqual([
      {
        schema: 'audit/1',
        ts: '2026-11-24T00:00:00.250Z',
        eventId: 'Ev1',
        attempt: 1,
        final: true,
        who: { slackTeam: 'T1', slackUser: 'U1', slackChannel: 'C1', slackTs: null },
        origin: { requestId: 'lambda-1', apiSourceIp: null, retryNum: null },
        what: {
          op: 'Converse',
          profile: 'jp.amazon.nova-2-lite-v1:0',
          model: 'amazon.nova-2-lite-v1:0',
          promptSha256: 'dbfcaa126a253bdee599d5542ead6031e2baf80ca6bcebdc5035b0737a3678ab',
          promptChars: 6,
          outputChars: 6,
        },
        result: {
          outcome: 'answered',
          error: null,
          stopReason: 'end_turn',
          guardrailId: 'abcdefghijkl',
          guardrailVersion: '3',
          policyTypes: [],
        },
        tokens: { in: 12, out: 34 },
        latencyMs: 250,
        bedrockRequestId: 'bedrock-1',
        build: '0123456789ab',
      },
    ]);
  });

  test('hands on the message of the guardrail when it blocked, and records what blocked', async () => {
    const { ask, records } = fake({ answer: async () => response('Not allowed.', blocked('hunter2')) });
    expect(await ask()).toEqual({ outcome: 'blocked_input', eventId: 'Ev1', text: 'Not allowed.' });
    expect(records[0]?.result).toMatchObject({
      outcome: 'blocked_input',
      stopReason: 'guardrail_intervened',
      policyTypes: ['sensitiveInformationPolicy.PASSWORD'],
    });
  });

  test('uses the id of the Lambda request when the event has none', async () => {
    const { ask, calls, records } = fake();
    await ask({ who: { user: 'U1' }, prompt: 'Hello' });
    expect(calls[0]?.requestMetadata).toEqual({ slack_user: 'U1', event_id: 'lambda-1' });
    expect(records[0]?.eventId).toBe('lambda-1');
  });
});

describe('a request with mistakes', () => {
  test('never reaches Amazon Bedrock, is told all of them, and is on the record', async () => {
    const { ask, calls, records } = fake();
    const reply = await ask({ who: { user: 'Taro Yamada', team: 'T1' }, prompt: '' });
    expect(calls).toEqual([]);
    expect(reply).toMatchObject({ outcome: 'error', mistakes: [/^who\.user/, /^prompt/].map(expect.stringMatching) });
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      who: { slackTeam: 'T1', slackUser: null, slackChannel: null },
      what: { promptSha256: null, promptChars: null, outputChars: null },
      result: { outcome: 'error', error: 'InvalidRequest', stopReason: null },
      tokens: { in: null, out: null },
      bedrockRequestId: null,
    });
  });
});

describe('a failure of Amazon Bedrock', () => {
  test('is on the record before it is thrown, by name and request id', async () => {
    const { ask, records } = fake({ answer: failing('ThrottlingException') });
    await expect(ask()).rejects.toThrow('Amazon Bedrock gave no answer (ThrottlingException) to event Ev1');
    expect(records[0]).toMatchObject({
      result: { outcome: 'error', error: 'ThrottlingException' },
      bedrockRequestId: 'bedrock-2',
    });
  });

  test('does not carry the message of the service, which may repeat the prompt', async () => {
    const { ask, records } = fake({ answer: failing('ValidationException', 'Malformed input: 日本語の質問') });
    const error = await ask().catch((thrown: Error) => thrown);
    expect(String(error) + JSON.stringify(error) + JSON.stringify(records)).not.toContain('日本語');
    expect((error as Error).cause).toBeUndefined();
  });

  test('includes an answer without text and a guardrail that does not say what it did', async () => {
    const silent = fake({ answer: async () => response('') });
    await expect(silent.ask()).rejects.toThrow('NoAnswer');
    const unclear = fake({ answer: async () => response('?', { stopReason: 'guardrail_intervened' }) });
    await expect(unclear.ask()).rejects.toThrow('GuardrailTraceMissing');
    expect(unclear.records[0]?.result.error).toBe('GuardrailTraceMissing');
  });

  test('that is not even an error object is still on the record', async () => {
    const answer = () => Promise.reject(undefined);
    const { ask, records } = fake({ answer });
    await expect(ask()).rejects.toThrow('UnknownError');
    expect(records[0]?.result.error).toBe('UnknownError');
  });
});

describe('an audit record that cannot be written', () => {
  const write = async () => {
    throw new Error('audit log is gone');
  };

  test('withholds the answer', async () => {
    await expect(fake({ write }).ask()).rejects.toThrow('audit log is gone');
  });

  test('withholds what is wrong with a request as well, and a failure of Amazon Bedrock', async () => {
    await expect(fake({ write }).ask({})).rejects.toThrow('audit log is gone');
    await expect(fake({ write, answer: failing('ThrottlingException') }).ask()).rejects.toThrow('audit log is gone');
  });
});

describe('text of people', () => {
  const text = fc.string({ minLength: 8, maxLength: 200, unit: 'grapheme' }).filter((value) => value.trim() !== '');
  let printed: string[];

  beforeEach(() => {
    printed = [];
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      jest.spyOn(console, method).mockImplementation((...parts: unknown[]) => void printed.push(JSON.stringify(parts)));
    }
  });

  afterEach(() => jest.restoreAllMocks());

  test('is in no audit record, no error and no log, whatever happens', async () => {
    const outcome = fc.constantFrom('answered', 'blocked', 'refused', 'silent');
    await fc.assert(
      fc.asyncProperty(text, text, outcome, async (prompt, secret, what) => {
        const answers = {
          answered: async () => response(secret),
          blocked: async () => response('Not allowed.', blocked(secret)),
          refused: failing('ValidationException', `${prompt} ${secret}`),
          silent: async () => response(''),
        };
        const { ask, records } = fake({ answer: answers[what as keyof typeof answers] });
        const result = await ask({ who: { user: 'U1' }, prompt }).catch((error: Error) => error);
        const traces = [...printed, JSON.stringify(records), result instanceof Error ? String(result.stack) : ''];
        expect(records).toHaveLength(1);
        for (const trace of traces) {
          expect(trace).not.toContain(JSON.stringify(prompt).slice(1, -1));
          expect(trace).not.toContain(JSON.stringify(secret).slice(1, -1));
        }
      }),
    );
  });

  test('reaches Amazon Bedrock unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (prompt) => {
        const { ask, calls } = fake();
        await ask({ who: { user: 'U1' }, prompt });
        expect(calls[0]?.messages).toEqual([{ role: 'user', content: [{ text: prompt }] }]);
      }),
    );
  });
});
