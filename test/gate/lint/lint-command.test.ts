import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { registerPoliciesLint } from '../../../gate/lint-command';
import example from '../../helpers/example-organization';

const sound = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Sid: 'ProtectTrail', Effect: 'Deny', Action: 'cloudtrail:StopLogging', Resource: '*' }],
});
const faulty = sound.replace('StopLogging', 'StopLoging');
const unnamed = sound.replace('"Sid":"ProtectTrail",', '');
const samples = 'test/gate/lint/fixtures/published';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ishizue-lint-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** Runs `ishizue policies lint` with arguments; answers what it printed and the exit code it set. */
async function run(
  args: readonly string[],
  { colors = false, configurationFile = 'test/helpers/example-organization.ts' } = {},
) {
  let [out, err, code] = ['', '', -1];
  const program = new Command('ishizue').exitOverride().configureOutput({
    writeOut: (text) => {
      out += text;
    },
    writeErr: (text) => {
      err += text;
    },
  });
  registerPoliciesLint(program.command('policies').copyInheritedSettings(program), {
    configurationFile,
    version: '1.2.3',
    language: 'en',
    terminal: {
      colors,
      writeOut: (text) => {
        out += text;
      },
      writeError: (text) => {
        err += text;
      },
    },
    setExitCode: (given) => {
      code = given;
    },
  });
  await program
    .parseAsync(['node', 'ishizue', 'policies', 'lint', ...args])
    .catch((error: { code?: string; exitCode: number }) => {
      if (error.code?.startsWith('commander.') !== true) throw error;
      code = error.exitCode;
    });
  return { out, err, code };
}

describe('exit codes', () => {
  test('0: our own policies are clean', async () => {
    const { out, err, code } = await run([]);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toMatch(/^\d+ policies, \d+ statements: 0 errors, 0 warnings\.\n$/);
  });

  test('0: warnings alone, 1 with --strict', async () => {
    const path = put('scp/unnamed.json', unnamed);
    expect(await run([path])).toMatchObject({ code: 0, out: expect.stringContaining('1 warning') });
    expect(await run([path, '--strict'])).toMatchObject({ code: 1 });
  });

  test('1: the faulty published samples', async () => {
    expect(await run([samples])).toMatchObject({
      code: 1,
      err: '',
      out: expect.stringMatching(/16 errors, 3 warnings\.\n$/),
    });
  });

  test.each([
    ['a path that does not exist', () => 'missing/policy.json', 'no such file or folder'],
    ['a path through a file', () => join(put('a.json', sound), 'b.json'), 'no such file or folder'],
    ['a folder without JSON', () => folder, 'no *.json'],
    ['a file that is no policy', () => put('package.json', '{"name": "x"}'), 'holds no policy'],
    ['a list', () => put('list.json', '[1]'), 'holds no policy'],
    ['a folder of other JSON', () => join(put('a/package.json', '{"name": "x"}'), '..'), 'no policy in any file'],
  ])('2: %s', async (_, pathOf, message) => {
    const path = pathOf();
    const { err, code } = await run([path]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err.split('\n').filter((line) => line !== '')).toHaveLength(1);
  });

  test('2 outranks 1, and what could be read is reported', async () => {
    const { out, err, code } = await run([put('scp/faulty.json', faulty), 'missing.json']);
    expect({ out, err, code }).toMatchObject({
      code: 2,
      out: expect.stringContaining('cloudtrail:StopLogging'),
      err: 'error: missing.json: no such file or folder. Correct the path\n',
    });
  });

  test('64: every mistake of the options at once, without a stack trace', async () => {
    const { out, err, code } = await run([
      '--kind',
      'sscp',
      '--slots',
      '0',
      '--lang',
      'fr',
      '--json',
      '--sarif',
      folder,
    ]);
    expect({ out, code }).toEqual({ out: '', code: 64 });
    expect(
      err
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[1]?.trim()),
    ).toEqual(['--kind sscp', '--slots 0', '--lang fr', '--json and --sarif exclude each other. Use one of them']);
  });

  test('64: policies that do not fit the slots of the configuration', async () => {
    const rollout = { slotsHeld: { serviceControlPolicies: 9 } };
    const configurationFile = put('organization.json', JSON.stringify({ ...example, rollout }));
    const { out, err, code } = await run([], { configurationFile });
    expect({ out, code }).toEqual({ out: '', code: 64 });
    expect(err).toContain('organization.json: The service control policies for every unit do not fit');
  });

  test('64: a configuration with mistakes', async () => {
    const configurationFile = put('organization.json', '{"name": 5}');
    const { err, code } = await run([], { configurationFile });
    expect({ err, code }).toMatchObject({ code: 64, err: expect.stringContaining('nothing was written') });
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('what is read', () => {
  test('every JSON file below a folder, each once, without what packages bring', async () => {
    put('scp/b/one.json', sound);
    put('scp/a.JSON', sound);
    put('scp/note.txt', faulty);
    put('scp/package.json', '{"name": "x"}');
    put('scp/node_modules/x/policy.json', faulty);
    put('scp/.git/policy.json', faulty);
    symlinkSync(folder, join(folder, 'scp', 'loop'));
    const { out, code } = await run([join(folder, 'scp'), join(folder, 'scp', 'a.JSON')]);
    expect(code).toBe(0);
    expect(out).toContain('1 file without a policy skipped.');
    expect(out).toContain('2 policies, 2 statements: 0 errors, 0 warnings.');
  });

  test('a broken file in a folder when it seems to be a policy', async () => {
    put('scp/broken.json', faulty.slice(0, -3));
    put('scp/tsconfig.json', '{ // settings\n "strict": true }');
    const { out, code } = await run([join(folder, 'scp')]);
    expect(code).toBe(1);
    expect(out).toContain('invalid-json');
    expect(out).toContain('1 policy, 0 statements: 1 error, 0 warnings.');
  });

  test('files that may not be read are named', async () => {
    const path = put('scp/secret.json', sound);
    chmodSync(path, 0o000);
    const { err, code, out } = await run([path]);
    const readable = out.includes('1 policy');
    expect(readable ? 'read by a privileged user' : err).toMatch(
      /read by a privileged user|secret\.json: cannot be read/,
    );
    expect(code).toBe(readable ? 0 : 2);
  });
});

describe('options', () => {
  test('--kind decides what a policy is', async () => {
    const path = put('policy.json', sound);
    expect((await run([path])).out).toContain('1 × service control policy');
    const { out, code } = await run([path, '--kind', 'resource']);
    expect({ out, code }).toMatchObject({ code: 1, out: expect.stringContaining('The statement has no Principal') });
    expect(out).not.toContain('assumed');
  });

  test('--slots counts the policies of each folder', async () => {
    for (const name of ['root/a.scp', 'root/b.scp', 'root/c.rcp', 'unit/d.scp']) {
      put(
        `${name}.json`,
        name.endsWith('rcp')
          ? sound.replace('cloudtrail:StopLogging', 's3:*').replace('"Action"', '"Principal":"*","Action"')
          : sound,
      );
    }
    const { out, code } = await run([folder, '--slots', '1']);
    expect(code).toBe(1);
    expect(out).toContain('too-many-policies');
    expect(out).toContain('4 policies, 4 statements: 1 error, 0 warnings.');
    expect(await run([folder, '--slots', '2'])).toMatchObject({ code: 0 });
  });

  test('--output writes the report there, whole, and prints the summary', async () => {
    const file = join(folder, 'reports', 'lint.sarif');
    const { out, code } = await run([samples, '--sarif', '--output', file]);
    expect({ out, code }).toEqual({ code: 1, out: '9 policies, 18 statements: 16 errors, 3 warnings.\n' });
    expect(JSON.parse(readFileSync(file, 'utf8')).runs[0].tool.driver.semanticVersion).toBe('1.2.3');
    expect(readdirSync(join(folder, 'reports'))).toEqual(['lint.sarif']);
  });

  test('--output into something that is no folder is the user’s mistake, and leaves nothing behind', async () => {
    const file = join(put('file', ''), 'lint.json');
    const { err, code } = await run([samples, '--json', '--output', file]);
    expect({ err, code }).toMatchObject({ code: 64, err: expect.stringContaining('cannot be written') });
    expect(existsSync(file)).toBe(false);
  });

  test('--json and --lang', async () => {
    const { out } = await run([samples, '--json']);
    expect(JSON.parse(out).summary).toEqual({ policies: 9, statements: 18, errors: 16, warnings: 3 });
    expect((await run([samples, '--lang', 'ja'])).out).toMatch(/エラー 16 件、警告 3 件。\n$/);
  });

  test('colours appear on a terminal only, and never in a file', async () => {
    expect((await run([samples], { colors: true })).out).toContain('\u001b[');
    expect((await run([samples])).out).not.toContain('\u001b[');
    const file = join(folder, 'lint.txt');
    await run([samples, '--output', file], { colors: true });
    expect(readFileSync(file, 'utf8')).not.toContain('\u001b[');
  });

  test('--help shows an example, the exit codes, and fits 80 columns', async () => {
    const { out, code } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('$ ishizue policies lint policies/scp');
    expect(out).toContain('Exit codes: 0');
  });
});
