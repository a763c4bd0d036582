import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { bundleFunctions, type FunctionDirectories } from '../../functions/bundle';

jest.mock('esbuild', () => {
  const actual = jest.requireActual('esbuild');
  return { ...actual, buildSync: jest.fn(actual.buildSync) };
});

const builds = esbuild.buildSync as unknown as jest.Mock;

let first: string;
let directories: FunctionDirectories;
let built: esbuild.BuildResult;

const codeOf = (directory: string) => readFileSync(join(directory, 'index.js'));

beforeAll(() => {
  first = mkdtempSync(join(tmpdir(), 'ishizue-bundle-'));
  directories = bundleFunctions(first);
  built = builds.mock.results[0]?.value;
});

afterAll(() => rmSync(first, { recursive: true }));

beforeEach(() => {
  builds.mockClear();
});

test('writes one directory a function, with its code and the notices of what is inside', () => {
  expect(directories).toEqual({
    applySettings: join(first, 'apply-settings'),
    converse: join(first, 'converse'),
    markNotified: join(first, 'mark-notified'),
    trailMessages: join(first, 'trail-messages'),
    validateDigests: join(first, 'validate-digests'),
    assistantIngress: join(first, 'assistant-ingress'),
    assistantWorker: join(first, 'assistant-worker'),
    assistantPoster: join(first, 'assistant-poster'),
  });
  for (const [name, directory] of Object.entries(directories)) {
    // The messages about the trail need nothing but Node.js.
    const notices = name === 'trailMessages' ? [] : ['index.js.LEGAL.txt'];
    expect(readdirSync(directory).sort()).toEqual(['index.js', ...notices]);
  }
});

test('bundles a handler that Lambda can load, alone, with nothing installed beside it', () => {
  const files = Object.values(directories).map((directory) => join(directory, 'index.js'));
  const script = `console.log(${JSON.stringify(files)}.map((file) => typeof require(file).handler).join())`;
  const output = execFileSync(process.execPath, ['--no-warnings', '-e', script], {
    cwd: first,
    env: { AWS_REGION: 'us-east-1' },
  });
  expect(output.toString().trim()).toBe(files.map(() => 'function').join());
});

test('the same sources give the same bytes, in another directory too', () => {
  const second = mkdtempSync(join(tmpdir(), 'ishizue-bundle-elsewhere-'));
  const again = bundleFunctions(second);
  expect(builds).toHaveBeenCalledTimes(1);
  for (const name of ['applySettings', 'converse', 'validateDigests', 'assistantIngress', 'assistantWorker'] as const) {
    expect(codeOf(again[name]).equals(codeOf(directories[name]))).toBe(true);
  }
  rmSync(second, { recursive: true });
});

test('names no path of this machine, and carries no source map', () => {
  for (const directory of Object.values(directories)) {
    expect(codeOf(directory).includes('sourceMappingURL')).toBe(false);
    expect(codeOf(directory).toString()).not.toContain(join(__dirname, '..', '..'));
  }
});

test.each(['converse', 'assistantIngress', 'assistantWorker'] as const)(
  '%s is under 1 MB: it starts while somebody waits',
  (name) => {
    expect(codeOf(directories[name]).length).toBeLessThan(1_000_000);
  },
);

test('keeps bundles whose sources have not changed', () => {
  const before = statSync(join(directories.applySettings, 'index.js')).mtimeMs;
  expect(bundleFunctions(first)).toEqual(directories);
  expect(builds).not.toHaveBeenCalled();
  expect(statSync(join(directories.applySettings, 'index.js')).mtimeMs).toBe(before);
});

describe('bundles again', () => {
  const record = () => join(first, 'bundles.json');

  // What esbuild made of these sources for this directory: making it again and again would only take time.
  beforeEach(() => {
    builds.mockReturnValueOnce(built);
  });

  test('when a source has changed', () => {
    const known = JSON.parse(readFileSync(record(), 'utf8'));
    expect(known.sources).toEqual(
      expect.arrayContaining([
        'functions/apply-settings.ts',
        'functions/converse.ts',
        'settings/guardduty-organization.ts',
        'package-lock.json',
      ]),
    );
    writeFileSync(record(), JSON.stringify({ ...known, sourcesHash: 'of other contents' }));
    bundleFunctions(first);
    expect(builds).toHaveBeenCalledTimes(1);
  });

  test('when a source has gone', () => {
    const known = JSON.parse(readFileSync(record(), 'utf8'));
    writeFileSync(record(), JSON.stringify({ ...known, sources: [...known.sources, 'functions/gone.ts'] }));
    bundleFunctions(first);
    expect(builds).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['has been changed', () => writeFileSync(join(directories.converse, 'index.js'), 'exports.handler = 1;')],
    ['has gone', () => rmSync(directories.converse, { recursive: true })],
  ])('when a bundle %s', (_what, damage) => {
    const before = codeOf(directories.converse);
    damage();
    bundleFunctions(first);
    expect(builds).toHaveBeenCalledTimes(1);
    expect(codeOf(directories.converse).equals(before)).toBe(true);
  });

  test('when the record cannot be read', () => {
    writeFileSync(record(), '{');
    bundleFunctions(first);
    expect(builds).toHaveBeenCalledTimes(1);
  });
});
