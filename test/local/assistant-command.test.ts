import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '..', '..');
const command = ['--import', 'tsx', join(root, 'bin', 'ishizue.ts'), 'assistant', 'local'];
const options = { cwd: root, encoding: 'utf8', timeout: 20_000 } as const;

test('ishizue assistant local serves until it is told to end, and then ends 0', async () => {
  const server = spawn(process.execPath, [...command, '--port', '0', '--json'], { cwd: root });
  const [line] = await once(createInterface(server.stdout), 'line');
  const { kind, url } = JSON.parse(line);
  expect(kind).toBe('listening');
  expect(await (await fetch(`${url}/audit`)).json()).toEqual([]);
  server.kill('SIGINT');
  expect(await once(server, 'exit')).toEqual([0, null]);
}, 20_000);

test.each([
  ['a port that is none', ['--port', '70000']],
  ['a part that it does not have', ['--fail', 'weather']],
])('ishizue assistant local ends 64 on %s, without a stack trace', (_what, more) => {
  const { status, stderr } = spawnSync(process.execPath, [...command, ...more], options);
  expect(status).toBe(64);
  expect(stderr).not.toMatch(/^ +at /m);
});

test('ishizue assistant local ends 64 when the port is taken, and says what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const port = String((other.address() as AddressInfo).port);
  const { status, stderr } = spawnSync(process.execPath, [...command, '--port', port], options);
  other.close();
  expect([status, stderr]).toEqual([
    64,
    `--port: ${port} cannot be used (EADDRINUSE). Choose another, or 0 for any that is free\n`,
  ]);
});
