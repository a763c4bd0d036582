import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Measurement {
  /** Wall-clock seconds from spawn to exit. */
  readonly wall: number;
  /** User and system CPU seconds of the process. */
  readonly cpu: number;
  /** Peak resident memory in megabytes. */
  readonly memory: number;
}

/** Written next to the measurement so that the measured process stays the user's own command. */
const reporter = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require('node:fs').writeFileSync(process.env.ISHIZUE_BENCH_USAGE, JSON.stringify({
    cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }));
});`;

/**
 * Runs a Node program in a process of its own and measures it. A program that fails is an error: a number of a run that did not do
 * its work means nothing.
 */
export function measureProcess(
  nodeArguments: readonly string[],
  environment: Record<string, string> = {},
): Measurement {
  const directory = mkdtempSync(join(tmpdir(), 'ishizue-bench-'));
  const preload = join(directory, 'usage.cjs');
  const usage = join(directory, 'usage.json');
  writeFileSync(preload, reporter);
  try {
    const started = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, ['--require', preload, ...nodeArguments], {
      env: { ...process.env, ...environment, ISHIZUE_BENCH_USAGE: usage },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const wall = Number(process.hrtime.bigint() - started) / 1e9;
    if (status !== 0) throw new Error(`node ${nodeArguments.join(' ')} ended with ${status}:\n${stderr}`);
    return { wall, ...(JSON.parse(readFileSync(usage, 'utf8')) as Omit<Measurement, 'wall'>) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The measurement whose wall time is the median of several runs. */
export function medianOf(runs: number, measure: () => Measurement): Measurement {
  const measurements = Array.from({ length: runs }, measure).sort((a, b) => a.wall - b.wall);
  return measurements[Math.floor(runs / 2)] as Measurement;
}
