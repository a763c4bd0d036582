import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { benchDecisions, type DecisionResult } from './decisions';
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

function decisionTable(result: DecisionResult): string {
  const number = (value: number) => Math.round(value).toLocaleString('en');
  return [
    `Measured on ${machine()}; the best of five rounds of a million decisions, of three rounds of ${number(result.requests)} for iam-simulate.`,
    '',
    `| ${number(result.requests)} requests, ${number(result.same)} judged the same by both | decisions a second | times iam-simulate |`,
    '|---|--:|--:|',
    `| evaluator | ${number(result.ours)} | ${number(result.ours / result.simulated)} |`,
    `| evaluator, every resource new | ${number(result.oursNewResources)} | ${number(result.oursNewResources / result.simulated)} |`,
    `| iam-simulate | ${number(result.simulated)} | 1 |`,
    '',
    `Heap growth over 10,000,000 decisions: ${result.heapGrowth.toFixed(1)} MB.`,
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

/** What can be measured: the section of the page, what it says before it starts, and the table it writes. */
const sections: Readonly<Record<string, { readonly announce: string; readonly table: () => Promise<string> }>> = {
  'synth-and-gate': {
    announce: `Synthesis and gate of ${sizes.join(', ')} workload accounts; a few minutes on two cores`,
    table: async () => {
      const table = sizeTable(benchSynthAndGate(sizes, 3));
      return `Measured on ${machine()}; medians of three runs, each in a fresh process.\n\n${table}`;
    },
  },
  ingress: {
    announce: 'Signed questions to the ingress of the assistant at a steady rate; about half a minute',
    table: () => ingressSection(200, 20),
  },
  decisions: {
    announce: 'Decisions of the evaluator and of iam-simulate on the shipped policies; about half a minute',
    table: async () => decisionTable(await benchDecisions()),
  },
};

async function run(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => sections[name] === undefined);
  if (unknown.length > 0) {
    process.stderr.write(`bench: no section ${unknown.join(', ')}; sections are ${Object.keys(sections).join(', ')}\n`);
    process.stderr.write('example: npm run bench -- decisions\n');
    process.exitCode = 64;
    return;
  }
  process.stdout.write(`${machine()}\n`);
  for (const name of names) {
    const section = sections[name];
    if (section === undefined) continue;
    process.stderr.write(`${section.announce}\n`);
    const table = await section.table();
    writeSection(name, table);
    process.stdout.write(`\n${table}\n\nWritten to ${page}\n`);
  }
}

const asked = process.argv.slice(2);
void run(asked.length > 0 ? asked : Object.keys(sections));
