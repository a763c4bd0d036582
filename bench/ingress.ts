import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { signatureOf } from '../functions/assistant/slack-signature';
import { bundleFunctions } from '../functions/bundle';
import { localSlack } from '../local/local-assistant';

export interface IngressResult {
  /** Requests a second that were sent, whatever the answers did. */
  readonly rate: number;
  readonly requests: number;
  /** Milliseconds from when a request was due to the end of its answer. */
  readonly median: number;
  readonly p99: number;
  readonly slowest: number;
}

/** A function and the kilobytes of its code. */
export type BundleSize = readonly [name: string, kilobytes: number];

/**
 * Sends signed questions to `ishizue assistant local`, in a process of its own, at a steady rate. Times count from when a request was
 * due, so that a server that stalls cannot hide it by being asked less. A refused question is an error.
 */
export async function benchIngress(rate: number, seconds: number): Promise<IngressResult> {
  const command = ['--import', 'tsx', 'bin/ishizue.ts', 'assistant', 'local', '--port', '0', '--json'];
  const server = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  try {
    const lines = createInterface(server.stdout);
    const url = await new Promise<string>((resolve) => lines.once('line', (line) => resolve(JSON.parse(line).url)));
    // Nobody reads what the server says from here on; it must not wait for that.
    lines.close();
    server.stdout.resume();
    await load(url, agent, rate, rate * 2);
    const times = await load(url, agent, rate, rate * seconds);
    const sorted = times.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] as number;
    return { rate, requests: sorted.length, median: at(0.5), p99: at(0.99), slowest: at(1) };
  } finally {
    agent.destroy();
    server.kill('SIGTERM');
  }
}

/** The bundles as they are deployed. */
export function bundleSizes(): BundleSize[] {
  const directory = mkdtempSync(join(tmpdir(), 'ishizue-bench-'));
  try {
    return Object.values(bundleFunctions(directory)).map((bundle: string): BundleSize => {
      return [bundle.slice(directory.length + 1), statSync(join(bundle, 'index.js')).size / 1000];
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Both measurements as tables. */
export async function ingressSection(rate: number, seconds: number): Promise<string> {
  const { requests, median, p99, slowest } = await benchIngress(rate, seconds);
  return [
    '| requests a second | requests | median ms | p99 ms | slowest ms |',
    '|--:|--:|--:|--:|--:|',
    `| ${rate} | ${requests} | ${[median, p99, slowest].map((time) => time.toFixed(1)).join(' | ')} |`,
    '',
    '| function | code kB |',
    '|---|--:|',
    ...bundleSizes().map(([name, kilobytes]) => `| \`${name}\` | ${Math.round(kilobytes)} |`),
  ].join('\n');
}

async function load(url: string, agent: Agent, rate: number, count: number): Promise<number[]> {
  const begun = performance.now() + 50;
  const answers: Promise<number>[] = [];
  for (let index = 0; index < count; index++) {
    const due = begun + (index * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    answers.push(ask(url, agent, due));
  }
  return Promise.all(answers);
}

let events = 0;

function ask(url: string, agent: Agent, due: number): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const event = { type: 'app_mention', user: `U${events % 50}`, channel: 'C1', text: 'ガードレールとは何ですか' };
  const body = JSON.stringify({
    type: 'event_callback',
    event_id: `Ev${++events}`,
    team_id: localSlack.teamId,
    api_app_id: localSlack.appId,
    event: { ...event, ts: `${timestamp}.${events}` },
  });
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signatureOf(timestamp, Buffer.from(body), localSlack.signingSecret),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/slack/events`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - due);
        else reject(new Error(`the ingress answered ${response.statusCode}`));
      });
    });
    sent.once('error', reject).end(body);
  });
}
