import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import example from '../helpers/example-organization';

const root = join(__dirname, '..', '..');

/** Runs the command in an empty directory that has the packages of the project, and no locale and no colour of the caller. */
function ishizue(args: readonly string[], environment: Record<string, string> = {}, entry = 'ishizue.ts') {
  const directory = mkdtempSync(join(tmpdir(), 'ishizue-bin-'));
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
  const { PATH = '', HOME = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(root, 'bin', entry), ...args],
    { cwd: directory, env: { PATH, HOME, ...environment }, encoding: 'utf8' },
  );
  return { directory, status, stdout, stderr };
}

describe('ishizue', () => {
  test('shows an example of the gate and what its exit codes mean', () => {
    const { status, stdout } = ishizue(['gate', '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('$ ishizue gate --json | jq .verdict');
    for (const code of [0, 1, 2, 3, 64, 70]) expect(stdout).toMatch(new RegExp(`^ {2}${code} +\\S`, 'm'));
    expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  test('shows an example of the validation of logs and what its exit codes mean', () => {
    const { status, stdout } = ishizue(['logs', 'validate', '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('$ ishizue logs validate s3://BUCKET --from 2026-11-26 --to 2026-11-27');
    for (const code of [0, 1, 2, 64, 70]) expect(stdout).toMatch(new RegExp(`^ {2}${code} +\\S`, 'm'));
    expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  test.each([
    ['logs that are nowhere', ['logs', 'validate', 'nowhere']],
    ['an unknown command', ['gait']],
    ['an unknown option', ['gate', '--lang=en', '--fast']],
    ['a language it does not speak', ['gate', '--lang', 'fr']],
    ['no command', []],
  ])('ends 64 on %s, without a stack trace', (_what, args) => {
    const { status, stderr } = ishizue(args);
    expect(status).toBe(64);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stderr).not.toBe('');
  });

  test('keeps its exit code, and no stack trace, where the reader of the output has gone', () => {
    const { PATH = '', HOME = '' } = process.env;
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', '{ node --import tsx bin/ishizue.ts gate --help; echo "ended $?" >&2; } | true'],
      { cwd: root, env: { PATH, HOME }, encoding: 'utf8' },
    );
    expect([stdout, stderr]).toEqual(['', 'ended 0\n']);
  });

  test('ends 2 in one line where nobody has signed in to AWS, within seconds', () => {
    const nowhere = join(tmpdir(), 'no-such-file');
    const { status, stdout, stderr } = ishizue(
      ['security-hub', 'suppressions', '--config', join(root, 'test', 'helpers', 'example-organization.ts')],
      { AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: nowhere, AWS_SHARED_CREDENTIALS_FILE: nowhere },
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^Security Hub could not be asked: there are no credentials .* set AWS_PROFILE\.$/m);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test('ends 64 with every mistake of a configuration, and writes nothing', () => {
    const directory = mkdtempSync(join(tmpdir(), 'ishizue-config-'));
    const config = join(directory, 'organization.json');
    writeFileSync(config, JSON.stringify({ default: { name: 'X', profile: 'huge' } }));
    const { status, stdout, stderr, directory: cwd } = ishizue(['gate', '--config', config]);
    expect(status).toBe(64);
    expect(stderr).toMatch(/name: is not a usable name, got "X"/);
    expect(stderr).toMatch(/profile: is not a profile, got "huge"/);
    expect(stdout).toBe('');
    expect(readdirSync(cwd)).toEqual(['node_modules']);
  });

  test.each([
    ['the gate', ['gate'], 'ishizue.ts'],
    ['cdk synth', [], 'app.ts'],
  ])('ends 64 when the policies do not fit, without a stack trace: %s', (_what, args, entry) => {
    const directory = mkdtempSync(join(tmpdir(), 'ishizue-config-'));
    const file = join(directory, 'organization.json');
    writeFileSync(file, JSON.stringify({ ...example, rollout: { slotsHeld: { serviceControlPolicies: 8 } } }));
    const { status, stdout, stderr } = ishizue(args, { ISHIZUE_CONFIG: file }, entry);
    expect(stderr).toContain(`${file}: The service control policies for every unit do not fit: documents of 10,240`);
    expect(stderr).toContain('Detach policies that others have attached there, and correct `rollout.slotsHeld`.');
    expect(stderr).not.toMatch(/^ +at /m);
    expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
  });

  test('lints the policies of the configuration', () => {
    const directory = mkdtempSync(join(tmpdir(), 'ishizue-config-'));
    const file = join(directory, 'organization.json');
    writeFileSync(file, JSON.stringify(example));
    const { status, stdout, stderr } = ishizue(['policies', 'lint', '--strict'], { ISHIZUE_CONFIG: file });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^\d+ policies, \d+ statements: 0 errors, 0 warnings\.\n$/);
  });

  test('takes the configuration from ISHIZUE_CONFIG, and --config over it', () => {
    const environment = { ISHIZUE_CONFIG: 'from-environment.ts' };
    expect(ishizue(['gate'], environment).stderr).toContain('from-environment.ts: 1 mistake');
    expect(ishizue(['gate', '--config', 'from-option.ts'], environment).stderr).toContain('from-option.ts: 1 mistake');
  });
});

describe('ishizue cost', () => {
  test('shows an example and what its exit codes mean, in 80 columns', () => {
    const { status, stdout } = ishizue(['cost', '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('$ ishizue cost --assume modelCalls=50000');
    for (const code of [0, 64, 70]) expect(stdout).toMatch(new RegExp(`^ {2}${code} +\\S`, 'm'));
    expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  test('estimates the example organization with the assumptions it is given', () => {
    const config = join(root, 'test', 'helpers', 'example-organization.ts');
    const options = ['cost', '--config', config, '-a', 'roles=1', '-a', 'images=2-3', '--json'];
    const { status, stdout, stderr } = ishizue(options, { LANG: 'ja_JP.UTF-8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout).assumptions).toEqual(
      expect.arrayContaining([
        { name: 'roles', low: 1, high: 1 },
        { name: 'images', low: 2, high: 3 },
      ]),
    );
  });

  test('ends 64 on an assumption nobody knows, without a stack trace', () => {
    const { status, stdout, stderr } = ishizue(['cost', '--assume', 'gold=1']);
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).toMatch(/"gold" is no assumption/);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe('a bug of ours', () => {
  test('ends 70 with a stack trace, and says that it is no judgement', () => {
    const config = join(mkdtempSync(join(tmpdir(), 'ishizue-bug-')), 'organization.js');
    const sabotage = `performance.now = () => { throw new TypeError('a bug'); };`;
    writeFileSync(
      config,
      `${sabotage} module.exports = require(${JSON.stringify(join(root, 'test', 'helpers', 'example-organization.ts'))});`,
    );
    const { status, stderr } = ishizue(['gate', '--config', config]);
    expect(status).toBe(70);
    expect(stderr).toMatch(/TypeError: a bug\n +at /);
    expect(stderr).toContain('This is a bug in ishizue');
  });
});

describe('the gate on the example organization, for real', () => {
  const { directory, status, stdout, stderr } = ishizue(
    ['gate', '--config', join(root, 'config', 'organization.ts'), '--waivers', join(root, 'waivers.yaml'), '--strict'],
    { LANG: 'ja_JP.UTF-8' },
  );
  const reports = join(directory, 'reports');

  test('ends 0: nothing is wrong that nobody answers for, and no waiver is idle', () => {
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('Error')]);
  });

  test('speaks the language of the caller, and ends with the path of the page', () => {
    expect(stdout).toMatch(/^合格/);
    expect(stdout).toMatch(/\nreports\/gate\.html\n$/);
  });

  test('writes the page, the data and one CSV per pack', () => {
    expect(readdirSync(reports).toSorted()).toEqual([
      'gate.html',
      'gate.json',
      'nag-AwsSolutions.csv',
      'nag-Ishizue.csv',
      'nag-NIST.800.53.R5.csv',
    ]);
  });

  test('leaves behind the assembly that it judged', () => {
    expect(existsSync(join(directory, 'cdk.out', 'manifest.json'))).toBe(true);
  });

  test('judged every stack with every family of checks', () => {
    const { verdict, packs } = JSON.parse(readFileSync(join(reports, 'gate.json'), 'utf8'));
    const passed = Object.fromEntries(
      packs.map(({ pack, tally }: { pack: string; tally: { passed: number } }) => [pack, tally.passed]),
    );
    expect(verdict.stacks).toBeGreaterThan(10);
    expect(passed['CloudFormation Validate']).toBe(verdict.stacks);
    for (const pack of ['AwsSolutions', 'NIST.800.53.R5', 'Ishizue', 'Assembly'])
      expect(passed[pack]).toBeGreaterThan(0);
  });
});
