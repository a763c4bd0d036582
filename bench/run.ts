import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { ingressSection } from './ingress';
import { benchSynthAndGate, type SizeResult } from './synth-and-gate';

const sizes = [1, 20, 100];
const page = 'docs/performance.md';

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB of memory, Node.js ${process.version}`;
}

function sizeTable(results: readonly SizeResult[]): string {
  const row = ({ workloads, synth, gate }: SizeResult) =>
    `| ${workloads} | ${synth.wall.toFixed(1)} | ${synth.cpu.toFixed(1)} | ${Math.round(synth.memory)} | ` +
    `${gate.wall.toFixed(1)} | ${gate.cpu.toFixed(1)} | ${Math.round(gate.memory)} | ${perAccount(results, workloads)} |`;
  return [
    '| workload accounts | synth s | synth CPU s | synth MB | gate s | gate CPU s | gate MB | gate ms per further account |',
    '|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...results.map(row),
  ].join('\n');
}

/** Wall milliseconds each account added since the next smaller size. */
function perAccount(results: readonly SizeResult[], workloads: number): string {
  const index = results.findIndex((result) => result.workloads === workloads);
  const [smaller, larger] = [results[index - 1], results[index]];
  if (!smaller || !larger) return '–';
  return String(Math.round(((larger.gate.wall - smaller.gate.wall) * 1000) / (larger.workloads - smaller.workloads)));
}

/** Replaces one marked section of the page and leaves the words around it alone. */
function writeSection(name: string, text: string): void {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const current = readFileSync(page, 'utf8');
  const [before, rest] = current.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has no section ${name}`);
  writeFileSync(page, `${before}${start}\n${text}\n${end}${after}`);
}

mkdirSync('docs', { recursive: true });
process.stderr.write(`Synthesis and gate of ${sizes.join(', ')} workload accounts; a few minutes on two cores\n`);
const results = benchSynthAndGate(sizes, 3);
const table = sizeTable(results);
writeSection('machine', `Measured on ${machine()}; medians of three runs, each in a fresh process.`);
writeSection('synth-and-gate', table);
void ingressSection(200, 20).then((section) => writeSection('ingress', section));
process.stdout.write(`${machine()}\n\n${table}\n\nWritten to ${page}\n`);
