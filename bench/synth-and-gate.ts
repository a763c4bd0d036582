import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measurement, measureProcess, medianOf } from './measure-process';
import { organizationOf } from './organizations';

export interface SizeResult {
  readonly workloads: number;
  readonly synth: Measurement;
  readonly gate: Measurement;
}

/**
 * Synthesis (what `cdk synth` runs, without the CLI's own start and without validation) and the gate (`npm start`) of organizations
 * with that many workload accounts, each in a fresh process.
 */
export function benchSynthAndGate(sizes: readonly number[], runs: number): SizeResult[] {
  const directory = mkdtempSync(join(tmpdir(), 'ishizue-bench-'));
  try {
    return sizes.map((workloads) => {
      const config = join(directory, `organization-${workloads}.json`);
      writeFileSync(config, JSON.stringify(organizationOf(workloads)));
      const environment = { ISHIZUE_CONFIG: config, NO_COLOR: '1' };
      const synth = medianOf(runs, () =>
        measureProcess(['--import', 'tsx', 'bin/app.ts'], {
          ...environment,
          CDK_OUTDIR: join(directory, 'synth'),
          CDK_VALIDATION: 'false',
        }),
      );
      const gate = medianOf(runs, () =>
        measureProcess(
          ['--import', 'tsx', 'bin/ishizue.ts', 'gate', '--output', join(directory, 'reports')],
          environment,
        ),
      );
      return { workloads, synth, gate };
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
