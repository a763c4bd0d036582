import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { namesOf } from '../../config/names';
import type { AuditRecord } from '../../functions/converse/audit-record';
import { columnsOf } from '../../terminal/columns';
import type { WhoAskedFlags } from '../../who-asked/request';
import { whoAsked } from '../../who-asked/who-asked';
import { exampleOrganization } from '../helpers/example';
import { rememberingTerminal } from '../terminal/remembering-terminal';
import { eventOf, generatedLogs, invocation } from './generated-log';
import type { LogEvent } from './insights-engine';
import { logsServer } from './logs-server';

const organization = exampleOrganization();
const [workload] = organization.accounts.workloads;
if (!workload) throw new Error('the example has a workload');
const { auditLogGroup, invocationLogGroup } = namesOf(organization);
const arnOf = (name: string) => `arn:aws:logs:${workload.regions[0]}:${workload.id}:log-group:${name}`;
const auditLog = arnOf(auditLogGroup);
const invocationLog = arnOf(invocationLogGroup);

const now = Date.parse('2026-11-27T00:00:00Z');
const begin = Date.parse('2026-11-20T00:00:00Z');
const defaults: WhoAskedFlags = {
  config: join(__dirname, '..', 'helpers', 'example-organization.ts'),
  timeZone: 'UTC',
  from: '2026-11-20',
  text: false,
  unmask: false,
  json: false,
  csv: false,
  excel: false,
  lang: 'en',
};
const mask = (message: string) => message.replaceAll('090-1234-5678', '*************');

interface Answer {
  readonly complete: boolean;
  readonly events: readonly (AuditRecord & {
    readonly text?: { readonly prompt: string; readonly answer: string } | null;
  })[];
  readonly summary: { readonly events: number; readonly byOutcome: Record<string, number>; readonly tokens: object };
  readonly unattributed: readonly { readonly identity: string; readonly calls: number }[] | null;
  readonly unknown: readonly string[];
}

type Server = Awaited<ReturnType<typeof logsServer>>;
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function serve(audit: readonly LogEvent[], invocations: readonly LogEvent[]): Promise<Server> {
  const server = await logsServer(
    new Map([
      [auditLog, audit],
      [invocationLog, invocations],
    ]),
    mask,
  );
  servers.push(server);
  return server;
}

function connect({ endpoint }: Pick<Server, 'endpoint'>) {
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };
  return { endpoint, credentials, maxAttempts: 1, now, pause: async () => {} };
}

async function run(server: Pick<Server, 'endpoint'>, flags: Partial<WhoAskedFlags> = {}) {
  const { terminal, written } = rememberingTerminal();
  let paused = 0;
  const exitCode = await whoAsked(
    { ...defaults, ...flags },
    { terminal, tool: 'ishizue', version: '0' },
    {
      ...connect(server),
      pause: async (milliseconds) => {
        paused += milliseconds;
      },
    },
  );
  return { exitCode, ...written, paused };
}

async function json(server: Server, flags: Partial<WhoAskedFlags> = {}) {
  const { out, ...rest } = await run(server, { ...flags, json: true });
  return { ...rest, answer: JSON.parse(out) as Answer };
}

const ids = (events: readonly { readonly eventId: string }[]) => events.map(({ eventId }) => eventId).sort();

/** Runs the program itself, as people do: credentials and endpoint are in the environment. Keeps of each event what is compared. */
async function program(server: Server, args: readonly string[]) {
  const found = new Map<string, readonly unknown[]>();
  const times: string[] = [];
  let [rest, error] = ['', ''];
  const { PATH = '', HOME = '' } = process.env;
  const env = {
    PATH,
    HOME,
    AWS_ENDPOINT_URL: server.endpoint,
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 's',
  };
  const root = join(__dirname, '..', '..');
  const command = ['--import', 'tsx', 'bin/ishizue.ts', 'audit', 'who-asked', '--json', ...args];
  const child = spawn(process.execPath, command, { cwd: root, env });
  child.stderr.on('data', (chunk) => {
    error += chunk;
  });
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk);
  for (const line of Buffer.concat(chunks).toString().split('\n')) {
    if (line.startsWith('{"region"')) {
      const text = line.endsWith(',') ? line.slice(0, -1) : line;
      const { eventId, attempt, final, result, ts } = JSON.parse(text) as AuditRecord;
      found.set(eventId, [attempt, final, result.outcome, ts, ...(found.get(eventId) ?? [])]);
      times.push(ts);
    } else rest += line;
  }
  if (child.exitCode === null) await once(child, 'exit');
  return { exitCode: child.exitCode, found, times, answer: JSON.parse(rest) as Answer, error };
}

/** Enough for several parts; `npm run test:full` asks for 77,000, which is a log of more than 100,000 records. */
const questions = Number(process.env.ISHIZUE_QUESTIONS ?? 15_000);

describe(`a log of ${questions} questions`, () => {
  const { audit, invocations, planned } = generatedLogs(questions, begin, Math.floor(592_900_000 / questions));
  let server: Server;
  beforeAll(async () => {
    server = await serve(audit, invocations);
  });
  beforeEach(() => server.reset());

  test('is answered whole, one record per event, the final one, newest first', async () => {
    expect(audit.length).toBeGreaterThan(1.29 * questions);
    expect(audit.length).toBeGreaterThan(10_000);
    server.pace.running = 0;
    const period = ['--from', '2026-11-20', '--to', '2026-11-26'];
    const { exitCode, found, times, answer, error } = await program(server, period);
    expect(exitCode).toBe(0);
    expect(found.size).toBe(questions);
    for (const { eventId, attempts, outcome, ts } of planned) {
      const [attempt, final, ended, at, ...more] = found.get(eventId) ?? [];
      if (attempt !== attempts || final !== true || ended !== outcome || at !== ts || more.length > 0) {
        throw new Error(`${eventId}: ${found.get(eventId)}`);
      }
    }
    expect(times.findIndex((ts, index) => index > 0 && ts > (times[index - 1] as string))).toBe(-1);
    expect(answer).toMatchObject({ complete: true, unattributed: [], unknown: [], summary: { events: questions } });
    // Each part was below the limit, and few queries were for nothing but to find that out.
    expect(server.started.filter(({ logGroup }) => logGroup === auditLog).length).toBeLessThan(20);
    expect(error).toMatch(/ap-northeast-1: [\d,]+ records, back to 2026-11/);
  }, 30_000);

  test('is filtered by user, channel, model, outcome and days of Tokyo, all at once', async () => {
    const { answer } = await json(server, {
      user: ['U0BOB', 'W0CAROL'],
      channel: ['D0DIRECT'],
      model: ['anthropic.claude-haiku-5-5'],
      outcome: ['blocked_input', 'rate_limited'],
      from: '2026-11-21',
      to: '2026-11-22',
      timeZone: 'Asia/Tokyo',
    });
    const [from, to] = [Date.parse('2026-11-21T00:00:00+09:00'), Date.parse('2026-11-23T00:00:00+09:00')];
    const expected = planned.filter(
      ({ user, channel, ts, model, outcome }) =>
        ['U0BOB', 'W0CAROL'].includes(user) &&
        channel === 'D0DIRECT' &&
        model === 'anthropic.claude-haiku-5-5' &&
        ['blocked_input', 'rate_limited'].includes(outcome) &&
        Date.parse(ts) >= from &&
        Date.parse(ts) < to,
    );
    expect(expected.length).toBeGreaterThan(20);
    expect(ids(answer.events)).toEqual(ids(expected));
  });

  test('reads no prompt unless text is asked for', async () => {
    await run(server, { from: '2026-11-26', user: ['U0BOB'] });
    for (const { logGroup, queryString } of server.started) {
      if (logGroup === invocationLog) expect(queryString).not.toMatch(/@message|input|output/);
    }
  });

  test('gives text in Japanese and English to the letter, masked, or the originals with --unmask', async () => {
    const flags = { from: '2026-11-26T00:00', to: '2026-11-26T01:00', text: true } as const;
    const shown = async (more: Partial<WhoAskedFlags>) => {
      const { answer, exitCode } = await json(server, { ...flags, ...more });
      expect(exitCode).toBe(0);
      return new Map(answer.events.map(({ eventId, text }) => [eventId, text]));
    };
    const [masked, originals] = [await shown({}), await shown({ unmask: true })];
    expect(originals.size).toBeGreaterThan(50);
    const called = planned.filter(({ ts, isCalled }) => isCalled && ts.startsWith('2026-11-26T00:'));
    expect(called.length).toBeGreaterThan(50);
    for (const { eventId, prompt, answer } of called) {
      expect(originals.get(eventId)).toEqual({ prompt, answer });
      expect(masked.get(eventId)).toEqual({ prompt: mask(prompt), answer });
    }
  });
});

describe('a small log', () => {
  const logs = generatedLogs(60, Date.parse('2026-11-26T00:00:00Z'), 60_000);
  const around = ['jp.amazon.nova-2-lite-v1:0', 'amazon.titan-embed-text-v2:0', 'jp.amazon.nova-2-lite-v1:0'].map(
    (model, index) => {
      const entry = invocation(`request-${index}`, model, { messages: [] }, 'x');
      return eventOf(Date.parse('2026-11-26T12:00:00Z') + index, {
        ...entry,
        identity: { arn: 'arn:aws:sts::444455556666:assumed-role/notebook/me' },
      });
    },
  );
  const trial: LogEvent = { timestamp: begin, message: 'Permissions are correctly set for Amazon Bedrock logs.' };
  let clean: Server;
  let dirty: Server;
  beforeAll(async () => {
    clean = await serve(logs.audit, [trial, ...logs.invocations]);
    dirty = await serve(logs.audit, [trial, ...logs.invocations, ...around]);
  });
  afterEach(() => {
    clean.reset();
    dirty.reset();
  });

  test('ends 1 with use nobody signed for, by identity and model, and 0 without', async () => {
    expect((await json(clean)).exitCode).toBe(0);
    const { exitCode, answer } = await json(dirty, { user: ['U0NOBODY'] });
    expect(exitCode).toBe(1);
    expect(answer.events).toEqual([]);
    expect(answer.unattributed).toEqual([
      {
        region: 'ap-northeast-1',
        identity: 'arn:aws:sts::444455556666:assumed-role/notebook/me',
        model: 'jp.amazon.nova-2-lite-v1:0',
        calls: 2,
        earliest: '2026-11-26T12:00:00.000Z',
        latest: '2026-11-26T12:00:00.002Z',
      },
      expect.objectContaining({ model: 'amazon.titan-embed-text-v2:0', calls: 1 }),
    ]);
  });

  test.each(['en', 'ja'] as const)('fits into 80 columns in %s, with what was asked', async (lang) => {
    const { out, exitCode } = await run(dirty, { lang, text: true, timeZone: 'Asia/Tokyo' });
    expect(exitCode).toBe(1);
    for (const line of out.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(80);
    expect(out).toContain('2026-11-26 09:01:00 U0BOB        D0DIRECT     answered              20      30');
    expect(out).toContain('> 経費精算の「締め日」を教えて、改行 も。');
    expect(out).toContain(lang === 'ja' ? '質問者の記録がない利用' : 'Use nobody signed for');
    expect(out).toMatch(/ {2}2 × jp\.amazon\.nova-2-lite-v1:0, ap-northeast-1/);
  });

  test('as CSV follows RFC 4180, and for Excel begins with its mark and calculates nothing', async () => {
    const { out } = await run(dirty, { csv: true, text: true });
    expect(out.startsWith('kind,region,time,utc,user,')).toBe(true);
    expect(out).toContain('"経費精算の「締め日」を教えて、改行\nも。","0: 答え"'.replace('"0: 答え"', '0: 答え'));
    expect(out).toContain('"When is the ""closing day"", please?"');
    expect(out).toContain(',"=HYPERLINK(""http://example.com"")",');
    expect(out).toMatch(
      /\r\nunattributed,ap-northeast-1,.*,jp\.amazon\.nova-2-lite-v1:0,.*assumed-role\/notebook\/me,2,/,
    );
    const excel = await run(dirty, { excel: true, text: true });
    expect(excel.out.startsWith('\ufeffkind,')).toBe(true);
    expect(excel.out).toContain(`,"'=HYPERLINK(""http://example.com"")",`);
  });

  test('is answered through throttling, a full quota of queries, pages, and a query that fails twice', async () => {
    clean.trouble.errors = {
      StartQuery: ['ThrottlingException', 'LimitExceededException'],
      GetQueryResults: ['ThrottlingException'],
    };
    clean.trouble.statuses.push('Failed', 'Failed');
    clean.pace.rows = 7;
    const { exitCode, answer, paused } = await json(clean);
    expect(exitCode).toBe(0);
    expect(answer.summary.events).toBe(60);
    expect(paused).toBeGreaterThan(1000);
  });

  test('is unknown when a query fails three times; the other part is answered', async () => {
    clean.trouble.statuses.push('Failed', 'Cancelled', 'Failed');
    const { exitCode, answer, error } = await json(clean);
    expect(exitCode).toBe(2);
    expect(answer).toMatchObject({ complete: false, events: [], unattributed: [] });
    expect(answer.unknown).toEqual([expect.stringContaining('ended three times as Failed')]);
    expect(error).toContain('ended three times as Failed');
  });

  test('is asked in halves when a query times out, and unknown when every one does', async () => {
    clean.trouble.statuses.push('Timeout');
    expect((await json(clean)).answer.summary.events).toBe(60);
    clean.trouble.statuses.push(...new Array(4).fill('Timeout'));
    const { exitCode, answer } = await json(clean);
    expect(exitCode).toBe(2);
    expect(answer.unknown).toEqual([expect.stringMatching(/^Queries on .* are not answered in time/)]);
  });

  test('is stopped and unknown when queries never end', async () => {
    clean.trouble.statuses.push(...new Array(1000).fill('Running'));
    clean.denied.push({ logGroup: /invocations$/, action: 'logs:StartQuery' });
    const { exitCode } = await json(clean);
    expect(exitCode).toBe(2);
    expect(clean.stopped.length).toBeGreaterThan(3);
  });

  test.each([
    ['logs:StartQuery', { logGroup: /audit$/, action: 'logs:StartQuery' }, { events: 0, unattributed: [] }],
    ['logs:StartQuery', { logGroup: /invocations$/, action: 'logs:StartQuery' }, { events: 60, unattributed: null }],
    [
      'logs:Unmask',
      { logGroup: /invocations$/, action: 'logs:Unmask', query: /unmask/ },
      { events: 0, unattributed: [] },
    ],
  ])('names the permission that is missing: %s', async (action, rule, { events, unattributed }) => {
    clean.denied.push(rule);
    const { exitCode, answer, error } = await json(clean, {
      text: action === 'logs:Unmask',
      unmask: action === 'logs:Unmask',
    });
    expect(exitCode).toBe(2);
    expect(error).toContain(`The credentials lack ${action} on arn:aws:logs:ap-northeast-1:${workload.id}:log-group:`);
    expect(answer.summary.events).toBe(events);
    expect(answer.unattributed).toEqual(unattributed);
  });

  test('of another account is refused, never taken for this one', async () => {
    const foreign = await logsServer(new Map([[auditLogGroup, logs.audit]]));
    servers.push(foreign);
    const { exitCode, out, error } = await run(foreign);
    expect(exitCode).toBe(2);
    expect(out).toContain('Unknown.');
    expect(error + out).toMatch(/cannot\s+be\s+asked[\s\S]*Use\s+credentials\s+of\s+that\s+account/);
  });

  test('with records of an unknown schema is answered, and says that it is not all', async () => {
    const later = eventOf(Date.parse('2026-11-26T23:00:00Z'), { schema: 'audit/2', eventId: 'Ev' });
    const { exitCode, answer } = await json(await serve([...logs.audit, later], logs.invocations));
    expect(exitCode).toBe(2);
    expect(answer.summary.events).toBe(60);
    expect(answer.unknown).toEqual([
      expect.stringMatching(/^1 entries of the audit log are no records of schema audit\/1/),
    ]);
  });

  test('that was begun after the period is unknown, not empty', async () => {
    clean.pace.begun = Date.parse('2026-11-26T00:00:00Z');
    const { exitCode, answer } = await json(clean, { from: '2026-11-20', to: '2026-11-21' });
    expect(exitCode).toBe(2);
    expect(answer).toMatchObject({ events: [], unattributed: null });
    expect(answer.unknown).toEqual([
      expect.stringContaining('There is no log of the time before 2026-11-22T00:00:00.000Z'),
    ]);
  });

  test('of which the period is older than it keeps is answered, and what is deleted is unknown', async () => {
    const { exitCode, answer } = await json(clean, { from: '2020-01-01' });
    expect(exitCode).toBe(2);
    expect(answer.summary.events).toBe(60);
    expect(answer.unknown).toEqual([
      expect.stringMatching(/^The audit log keeps \d+ days: what was before 202\d-/),
      expect.stringMatching(/^The invocation log keeps \d+ days/),
    ]);
  });

  test('with an answer that is missing in the invocation log is unknown', async () => {
    const { exitCode, answer } = await json(await serve(logs.audit, logs.invocations.slice(1)), { text: true });
    expect(exitCode).toBe(2);
    expect(answer.unknown).toEqual([expect.stringMatching(/^1 questions have no text/)]);
  });

  test('shows what steers a terminal as a mark', async () => {
    const record = JSON.parse((logs.audit[1] as LogEvent).message.replace(/U0\w+/, 'U1\\u001b[2J'));
    const { out } = await run(await serve([eventOf(begin, record)], []));
    expect(out).toContain('U1\ufffd[2J');
    expect(out).not.toContain('\u001b');
  });
});

describe('more than an answer can hold', () => {
  test('in one millisecond is unknown, and no row of it is shown as all', async () => {
    const moment = Date.parse('2026-11-26T00:00:00Z');
    const { audit } = generatedLogs(10_001, moment, 0);
    const first = audit.filter(({ timestamp }) => timestamp === moment);
    expect(first.length).toBeGreaterThan(10_000);
    const { exitCode, answer } = await json(await serve(first, []), {
      from: '2026-11-25T23:59',
      to: '2026-11-26T00:00:00.001',
    });
    expect(exitCode).toBe(2);
    expect(answer).toMatchObject({ complete: false, events: [] });
    expect(answer.unknown).toEqual([expect.stringContaining('2026-11-26T00:00:00.000Z has more events than')]);
  });
});

describe('before anything is asked', () => {
  const nowhere = { endpoint: 'http://127.0.0.1:1' };

  test('every mistake is told at once', async () => {
    const { exitCode, error, out } = await run(nowhere, {
      user: ['@山田', 'U1" or 1=1'],
      channel: ['#general'],
      model: ['a b'],
      from: '2026-02-30',
      to: 'yesterday',
      timeZone: 'Tokyo',
      workload: 'nobody',
      unmask: true,
      json: true,
      csv: true,
    });
    expect({ exitCode, out }).toEqual({ exitCode: 64, out: '' });
    expect(error.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^--user @山田: is no id/),
      expect.stringMatching(/^--user U1" or 1=1: is no id/),
      expect.stringMatching(/^--channel #general: is no id/),
      expect.stringMatching(/^--model a b: is no id/),
      expect.stringMatching(/^--time-zone Tokyo: is no time zone/),
      expect.stringMatching(/^--from 2026-02-30: is no day/),
      expect.stringMatching(/^--to yesterday: is no day/),
      expect.stringMatching(/^--unmask: changes what --text shows/),
      expect.stringMatching(/^--json, --csv: one answer has one form/),
      expect.stringMatching(/^--workload nobody: is no workload. Use one of assistant/),
    ]);
  });

  test('no way to AWS is one message', async () => {
    const { exitCode, out, error } = await run(nowhere);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(error.match(/failed:/g)).toHaveLength(1);
  });

  test('no credentials are one message', async () => {
    const { terminal, written } = rememberingTerminal();
    const exitCode = await whoAsked(
      defaults,
      { terminal, tool: 'ishizue', version: '0' },
      {
        credentials: () => Promise.reject(new Error('there are none')),
      },
    );
    expect(exitCode).toBe(2);
    expect(written.error).toMatch(/^No AWS credentials: nothing was asked. \(Error: there are none\)\nSign in/);
  });

  test('credentials that AWS does not accept are one message', async () => {
    const server = await serve([], []);
    server.trouble.errors = { StartQuery: ['ExpiredTokenException', 'ExpiredTokenException'] };
    const { exitCode, out, error } = await run(server);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(error).toMatch(/^AWS does not accept these credentials. \(ExpiredTokenException/);
  });
});
