import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { registerGuardrailTest } from '../../guardrail/guardrail-test-command';
import { promptCatalogue } from '../../guardrail/prompt-catalogue';
import { columnsOf } from '../../terminal/columns';

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly errorType?: string;
}

/** In the shape of https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html, cut down to what matters. */
const passes: Answered = { status: 200, body: { action: 'NONE', outputs: [], assessments: [{}], usage: {} } };
const blocked: Answered = {
  status: 200,
  body: {
    action: 'GUARDRAIL_INTERVENED',
    actionReason: 'Guardrail blocked.',
    outputs: [{ text: 'この依頼にはお答えできません。' }],
    assessments: [
      {
        contentPolicy: {
          filters: [{ type: 'PROMPT_ATTACK', confidence: 'HIGH', filterStrength: 'HIGH', action: 'BLOCKED' }],
        },
      },
    ],
  },
};
const masked: Answered = {
  status: 200,
  body: {
    action: 'GUARDRAIL_INTERVENED',
    actionReason: 'Guardrail masked.',
    outputs: [{ text: '{EMAIL}' }],
    assessments: [
      {
        sensitiveInformationPolicy: { piiEntities: [{ type: 'EMAIL', match: 'x', action: 'ANONYMIZED' }], regexes: [] },
      },
    ],
  },
};
const denied: Answered = { status: 403, body: { message: 'not authorized' }, errorType: 'AccessDeniedException' };
const throttled: Answered = { status: 429, body: { message: 'slow down' }, errorType: 'ThrottlingException' };
const perfect = (text: string) =>
  ({ passes, blocked, masked })[promptCatalogue.find((prompt) => prompt.text === text)?.expected ?? 'passes'];

let answer: (text: string, attempt: number) => Answered = perfect;
const asked: { path: string; source: string; text: string }[] = [];
let server: Server;
const environment = { ...process.env };

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const { source, content } = JSON.parse(body);
      const text = content[0].text.text as string;
      asked.push({ path: request.url ?? '', source, text });
      const attempt = asked.filter((one) => one.text === text).length;
      const { status, body: reply, errorType } = answer(text, attempt);
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(errorType && { 'x-amzn-errortype': errorType }),
      });
      response.end(JSON.stringify(reply));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
});
afterAll(async () => {
  process.env = environment;
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  answer = perfect;
  asked.length = 0;
});

async function run(...args: string[]) {
  let [out, error, code] = ['', '', -1];
  const writeError = (text: string) => {
    error += text;
  };
  const program = new Command('ishizue').exitOverride().configureOutput({ writeErr: writeError });
  registerGuardrailTest(program.command('guardrail').copyInheritedSettings(program), {
    configurationFile: 'test/helpers/example-organization.ts',
    language: 'en',
    tool: 'ishizue',
    version: '1.2.3',
    terminal: {
      writeOut: (text) => {
        out += text;
      },
      writeError,
      colors: false,
      rewritesLines: false,
      clock: () => 0,
    },
    setExitCode: (given) => {
      code = given;
    },
  });
  const guardrail = ['--guardrail-id', 'gr0example1', '--guardrail-version', '3'];
  await program.parseAsync(['guardrail', 'test', ...guardrail, ...args], { from: 'user' }).catch((failure) => {
    if (!String(failure.code).startsWith('commander.')) throw failure;
    code = 64;
  });
  return { out, error, code };
}

describe('ishizue guardrail test', () => {
  test('asks about every prompt once, as something a person typed, and ends 0 when all is right', async () => {
    const { out, code } = await run();
    expect(code).toBe(0);
    expect(asked.map(({ text }) => text).sort()).toEqual(promptCatalogue.map(({ text }) => text).sort());
    expect(new Set(asked.map(({ path, source }) => `${source} ${path}`))).toEqual(
      new Set(['INPUT /guardrail/gr0example1/version/3/apply']),
    );
    expect(out).toMatch(/^The guardrail reaches both minimums/);
    expect(out).toMatch(/all +\d+ +\d+ +0 +100 % +100 %/);
  });

  test('ends 1 when a minimum is missed, and names every prompt that went wrong', async () => {
    answer = (text) => (text.includes('DAN') ? passes : text.includes('8080') ? blocked : perfect(text));
    const { out, code } = await run('--minimum-recall', '1');
    expect(code).toBe(1);
    expect(out).toContain('injection-en-02: expected blocked, got passes');
    expect(out).toContain('harmless-ja-03: expected passes, got blocked (PROMPT_ATTACK)');
  });

  test('keeps to 80 columns in both languages', async () => {
    answer = () => passes;
    for (const language of ['en', 'ja']) {
      const { out } = await run('--lang', language);
      expect(Math.max(...out.split('\n').map(columnsOf))).toBeLessThanOrEqual(80);
    }
    expect((await run('--lang', 'ja')).out).toContain('指示の乗っ取り ja');
  });

  test('ends 2 when a prompt was not judged: unknown is no pass', async () => {
    answer = (text) => (text.includes('DAN') ? denied : perfect(text));
    const { out, code } = await run();
    expect(code).toBe(2);
    expect(out).toContain('Some prompts could not be judged');
    expect(out).toContain('injection-en-02: expected blocked, not judged');
    expect(out).toContain('AccessDeniedException: not authorized');
  });

  test('asks again when it is throttled', async () => {
    answer = (text, attempt) => (attempt === 1 && text.includes('DAN') ? throttled : perfect(text));
    expect((await run('--kind', 'injection')).code).toBe(0);
  });

  test('asks what it is told to: a kind, a language, prompts of the organization', async () => {
    await run('--kind', 'injection', 'harmful', '--prompt-language', 'ja');
    expect(asked).toHaveLength(16);
    asked.length = 0;
    const file = join(mkdtempSync(join(tmpdir(), 'ishizue-prompts-')), 'ours.yaml');
    writeFileSync(file, '- {id: ours-1, kind: harmless, language: ja, text: 社内規程を教えて, expected: passes}\n');
    expect((await run('--prompts', file)).code).toBe(0);
    expect(asked.map(({ text }) => text)).toEqual(['社内規程を教えて']);
  });

  test('prints JSON and nothing else when asked to', async () => {
    const report = JSON.parse((await run('--json', '--kind', 'harmful')).out);
    expect(report).toMatchObject({
      schemaVersion: 1,
      guardrail: { region: 'ap-northeast-1', version: '3' },
      exitCode: 0,
    });
    expect(report.judgements).toHaveLength(16);
  });

  test('names every mistake of the options and of the prompts at once', async () => {
    expect(await run('--minimum-recall', '2', '--minimum-precision', 'x')).toMatchObject({
      code: 64,
      error: expect.stringMatching(/^--minimum-precision x: .+\n--minimum-recall 2: .+\n$/),
    });
    const file = join(mkdtempSync(join(tmpdir(), 'ishizue-prompts-')), 'ours.yaml');
    writeFileSync(file, '- {id: a, kind: funny, language: fr, text: "", expected: passes}\n');
    const { error, code } = await run('--prompts', file);
    expect(code).toBe(64);
    expect(error.match(/^.*ours\.yaml: 0\.(kind|language|text) .*$/gm)).toHaveLength(3);
    expect(asked).toEqual([]);
  });

  test('says at once, and once, that there are no credentials', async () => {
    const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;
    for (const name of names) delete process.env[name];
    process.env.AWS_EC2_METADATA_DISABLED = 'true';
    const { error, code } = await run();
    for (const name of names) process.env[name] = 'test';
    expect(code).toBe(2);
    expect(error).toMatch(/^No credentials: .*aws sso login/);
    expect(asked).toEqual([]);
  });
});
