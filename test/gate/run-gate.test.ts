import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { ConfigurationError } from '../../config/mistakes';
import type { Evidence } from '../../gate/evidence';
import { type GateDependencies, type GateOptions, runGate } from '../../gate/run-gate';
import type { Waivable } from '../../gate/waivers';
import { exampleOrganization } from '../helpers/example';
import { rememberingTerminal } from '../terminal/remembering-terminal';
import { writeAssembly } from './fixture-assembly';
import {
  bucketInLogArchive,
  packOf,
  reportOf,
  s1,
  soundAssembly,
  soundInput,
  suppressed,
  today,
  violationOf,
} from './fixture-evidence';

const { stacks } = soundAssembly();
/** The sound organization as CDK writes it. */
const assembly = {
  'manifest.json': {
    artifacts: Object.fromEntries(
      stacks.map(({ id, account, region }) => [
        id,
        {
          type: 'aws:cloudformation:stack',
          environment: `aws://${account}/${region}`,
          properties: { templateFile: `${id}.template.json`, terminationProtection: true },
        },
      ]),
    ),
  },
  ...Object.fromEntries(stacks.map(({ id, template }) => [`${id}.template.json`, template])),
};
const { evidence } = soundInput();
const withFinding = { ...evidence, packs: [packOf('AwsSolutions', s1)] };

/** Synthesizes as nag/ would: acknowledges what a waiver accepts. */
const synthesize =
  (found: Omit<Evidence, 'assemblyDirectory'>): GateDependencies['synthesize'] =>
  (_organization, waive, onPhase) => {
    onPhase('building');
    onPhase('judging');
    const violations = found.packs.flatMap(({ rules }) => rules.flatMap(({ nonCompliant }) => nonCompliant));
    const plugins = violations.map(({ rule, resource }) => {
      const waiver = waive({ rule: `AwsSolutions::${rule}`, stack: resource.stack, path: resource.path });
      return waiver
        ? suppressed(`[${waiver.id}] ${waiver.reason}`)
        : reportOf('AwsSolutions', { violations: [violationOf(rule, resource.path)] });
    });
    return {
      ...found,
      assemblyDirectory: writeAssembly({ ...assembly, 'validation-report.json': { pluginReports: plugins } }),
    };
  };

const waiver = {
  id: 'W-0001',
  rule: 'AwsSolutions::AwsSolutions-S1',
  path: 'log-archive-storage/**',
  reason: { en: 'It is the log bucket.', ja: 'ログのバケットです。' },
  risk: 'low',
  owner: 'platform',
  created: '2026-11-01',
  expires: '2027-06-01',
};

function run(dependencies: Partial<GateDependencies> = {}, changes: Partial<GateOptions> = {}, waivers?: unknown) {
  const root = mkdtempSync(join(tmpdir(), 'ishizue-run-'));
  if (waivers !== undefined) writeFileSync(join(root, 'waivers.yaml'), stringify(waivers));
  const { terminal, written } = rememberingTerminal();
  const output = join(root, 'reports');
  const exitCode = runGate(
    {
      output,
      waivers: join(root, 'waivers.yaml'),
      language: 'en',
      json: false,
      strict: false,
      root,
      meta: { tool: 'ishizue', version: '1.0.0', date: today },
      ...changes,
    },
    { loadOrganization: () => exampleOrganization(), synthesize: synthesize(evidence), ...dependencies },
    terminal,
  );
  return { exitCode, output, ...written };
}

describe('a run of the gate', () => {
  test('ends 0, writes every report, and ends with the path of the page', () => {
    const { exitCode, output, out, error } = run();
    expect(exitCode).toBe(0);
    expect(readdirSync(output).toSorted()).toEqual(['gate.html', 'gate.json', 'nag-AwsSolutions.csv']);
    expect(out).toMatch(/^Nothing blocks \(exit code 0\)\n/);
    expect(out.trimEnd().split('\n').at(-1)).toBe(join(output, 'gate.html'));
    expect(error.split('\n').filter((line) => line !== '')).toHaveLength(4);
  });

  test('ends 1 on a finding, 0 when a waiver accepts it, 3 when the waiver has expired', () => {
    const dependencies = { synthesize: synthesize(withFinding) };
    expect(run(dependencies).exitCode).toBe(1);
    expect(run(dependencies, {}, [waiver]).exitCode).toBe(0);
    const expired = run(dependencies, { meta: { tool: 'ishizue', version: '1.0.0', date: '2027-06-01' } }, [waiver]);
    expect(expired.exitCode).toBe(3);
    expect(expired.out).toContain('W-0001 expired on 2027-06-01');
    expect(expired.out).toContain('waivers.yaml:1');
    expect(expired.out).toContain('1. HIGH AwsSolutions-S1 is not as it should be.');
  });

  test('asks about a waiver only while it lives', () => {
    const answers: unknown[] = [];
    const finding: Waivable = { rule: waiver.rule, stack: bucketInLogArchive.stack, path: bucketInLogArchive.path };
    const asking: GateDependencies['synthesize'] = (organization, waive, onPhase) => {
      answers.push(waive(finding), waive({ ...finding, path: 'audit-alerts/Topic' }));
      return synthesize(evidence)(organization, waive, onPhase);
    };
    run({ synthesize: asking }, {}, [waiver]);
    run({ synthesize: asking }, { meta: { tool: 'ishizue', version: '1.0.0', date: '2027-06-01' } }, [waiver]);
    expect(answers).toEqual([{ id: 'W-0001', reason: 'It is the log bucket.' }, undefined, undefined, undefined]);
  });

  test('ends 3 on an unused waiver when asked to be strict', () => {
    expect(run({}, {}, [waiver]).exitCode).toBe(0);
    expect(run({}, {}, [waiver]).out).toContain('W-0001 accepts nothing; remove it');
    expect(run({}, { strict: true }, [waiver]).exitCode).toBe(3);
  });

  test('prints gate.json, and nothing else there, when asked to', () => {
    const { out, output, error } = run({}, { json: true });
    expect(out).toBe(readFileSync(join(output, 'gate.json'), 'utf8'));
    expect(error).toContain('Judging every resource');
  });

  test('speaks Japanese when asked to, on the page as well', () => {
    const { out, output } = run({}, { language: 'ja' });
    expect(out).toMatch(/^合格/);
    expect(readFileSync(join(output, 'gate.html'), 'utf8')).toContain('<html lang="ja">');
  });

  test('writes no path of the machine into a report', () => {
    const { output } = run({ synthesize: synthesize(withFinding) }, {}, [waiver]);
    for (const file of readdirSync(output)) expect(readFileSync(join(output, file), 'utf8')).not.toContain(tmpdir());
  });
});

describe('a mistake of the caller', () => {
  const failingToLoad = {
    loadOrganization: () => {
      throw new ConfigurationError('organization.ts', [
        { path: 'name', what: 'is missing', got: undefined, advice: 'Add it' },
      ]);
    },
  };

  test('in the configuration ends 64 with every mistake, and nothing is synthesized or written', () => {
    const synthesized = jest.fn();
    const { exitCode, output, out, error } = run({ ...failingToLoad, synthesize: synthesized });
    expect(exitCode).toBe(64);
    expect(error).toContain('organization.ts: 1 mistake; nothing was written.\n  name: is missing; Add it\n');
    expect(error).not.toMatch(/^ +at /m);
    expect(out).toBe('');
    expect(existsSync(output)).toBe(false);
    expect(synthesized).not.toHaveBeenCalled();
  });

  test('in the waivers ends 3 with every mistake, and nothing is judged or written', () => {
    const synthesized = jest.fn();
    const { exitCode, output, error } = run({ synthesize: synthesized }, {}, [
      { ...waiver, rule: 'AwsSolutions-S1', owner: undefined },
    ]);
    expect(exitCode).toBe(3);
    expect(error).toMatch(/2 mistakes in the waivers; nothing was judged\.\n {2}waivers\.yaml:\d+:\d+ 0\./);
    expect(existsSync(output)).toBe(false);
    expect(synthesized).not.toHaveBeenCalled();
  });

  test('in the day ends 64', () => {
    const { exitCode, error } = run({}, { meta: { tool: 'ishizue', version: '1.0.0', date: 'yesterday' } });
    expect(exitCode).toBe(64);
    expect(error).toContain('--date: is not a day of the calendar, got "yesterday"');
  });

  test('in the directory of the reports ends 64', () => {
    const { exitCode, error } = run({}, { output: '/dev/null/reports' });
    expect(exitCode).toBe(64);
    expect(error).toMatch(/--output: cannot be written, got "\/dev\/null\/reports"; .*Name a directory/);
  });
});

describe('what cannot be judged', () => {
  test.each([
    ['no validation report', { ...assembly }, /validation-report\.json is missing: no check ran/],
    ['no manifest', { 'validation-report.json': { pluginReports: [] } }, /manifest\.json cannot be read/],
  ])('ends 2: %s', (_what, files, message) => {
    const { exitCode, error, output } = run({
      synthesize: () => ({ ...evidence, assemblyDirectory: writeAssembly(files) }),
    });
    expect(exitCode).toBe(2);
    expect(error).toMatch(message);
    expect(existsSync(output)).toBe(false);
  });

  test('is not a bug of ours, which passes through with its stack trace', () => {
    const bug = () => {
      throw new TypeError('undefined is not a function');
    };
    expect(() => run({ synthesize: bug })).toThrow(TypeError);
  });
});
