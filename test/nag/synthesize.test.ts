import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import type { Waive } from '../../nag/records';
import { AssemblyDirectoryInUse, type SynthesizeOptions, synthesize } from '../../nag/synthesize';
import { emptyDirectory } from './fixture-app';

const build = (options: { outdir: string; context: Record<string, unknown> }) => {
  const app = new App(options);
  new CfnLogGroup(new Stack(app, 'stack'), 'Log', { kmsKeyId: 'key' });
  return app;
};

function synthesized(options: Partial<SynthesizeOptions> = {}) {
  const outdir = options.outdir ?? emptyDirectory();
  const synthesis = synthesize(build, { outdir, facts: { governedRegions: [] }, waive: () => undefined, ...options });
  return { outdir, ...synthesis, report: readFileSync(join(outdir, 'validation-report.json'), 'utf8') };
}

describe('a synthesis for the gate', () => {
  test('judges with the two packs of cdk-nag and with our own, and findings do not end it', () => {
    const { packs } = synthesized();
    expect(packs.map(({ pack }) => pack)).toEqual(['AwsSolutions', 'NIST.800.53.R5', 'Ishizue']);
    expect(packs.map(({ rules }) => rules.length)).toEqual([131, 85, expect.any(Number)]);
    const ours = packs[2]?.rules.filter(({ nonCompliant }) => nonCompliant.length > 0).map(({ id }) => id);
    expect(ours).toEqual(['Ishizue-log-group-retention']);
  });

  test('records the same findings as the report of CDK lists', () => {
    const { packs, report } = synthesized();
    const recorded = packs.flatMap(({ rules }) =>
      rules.flatMap(({ nonCompliant }) => nonCompliant.map(({ rule }) => rule)),
    );
    const reported = JSON.parse(report).pluginReports.flatMap((plugin: { violations: { ruleName: string }[] }) =>
      plugin.violations.map(({ ruleName }) => ruleName),
    );
    expect(recorded.toSorted()).toEqual(reported.toSorted());
    expect(recorded.length).toBeGreaterThan(0);
  });

  test('lets the report of CDK show what a waiver accepts, with its id and reason', () => {
    const waive: Waive = ({ rule }) =>
      rule === 'Ishizue::Ishizue-log-group-retention' ? { id: 'W-0001', reason: 'A fixture.' } : undefined;
    const plugin = JSON.parse(synthesized({ waive }).report).pluginReports.find(
      ({ pluginName }: { pluginName: string }) => pluginName === 'Ishizue',
    );
    expect(plugin.violations).toEqual([]);
    expect(plugin.suppressedViolations).toEqual([
      expect.objectContaining({ acknowledgedAt: 'stack/Log', reason: '[W-0001] A fixture.' }),
    ]);
  });

  test('says that the validator did not run when it was not asked to', () => {
    expect(synthesized().validator).toBeUndefined();
  });

  test('removes what an earlier synthesis left, finished or not', () => {
    const outdir = emptyDirectory();
    mkdirSync(join(outdir, 'asset.0123456789abcdef'));
    writeFileSync(join(outdir, 'gone.template.json'), '{}');
    synthesized({ outdir });
    expect(existsSync(join(outdir, 'gone.template.json'))).toBe(false);
    expect(existsSync(join(outdir, 'asset.0123456789abcdef'))).toBe(false);
  });

  test('removes nothing that it did not write', () => {
    const outdir = emptyDirectory();
    writeFileSync(join(outdir, 'thesis.txt'), 'years of work');
    writeFileSync(join(outdir, 'cdk.out'), '{}');
    expect(() => synthesized({ outdir })).toThrow(AssemblyDirectoryInUse);
    expect(() => synthesized({ outdir })).toThrow(/thesis\.txt: is not part of a cloud assembly/);
    expect(readFileSync(join(outdir, 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  test('tells a second synthesis in the same directory from a bug', () => {
    const outdir = emptyDirectory();
    const intrude: Waive = () => void writeFileSync(join(outdir, 'manifest.json'), '{}');
    expect(() => synthesized({ outdir, waive: intrude })).toThrow(AssemblyDirectoryInUse);
  });

  test('passes on what the app throws', () => {
    const failing = () => {
      throw new Error('no such construct');
    };
    const options = { outdir: emptyDirectory(), facts: { governedRegions: [] }, waive: () => undefined };
    expect(() => synthesize(failing, options)).toThrow('no such construct');
  });
});
