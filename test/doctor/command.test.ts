import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { awsServer } from './aws-server';
import { soundOrganization } from './sound-organization';

const root = join(__dirname, '..', '..');

/** Runs the real command while this process answers as AWS. */
function ishizue(args: readonly string[], environment: Record<string, string>) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'bin', 'ishizue.ts'), ...args], {
    cwd: root,
    env: { PATH, HOME: '/nowhere', AWS_EC2_METADATA_DISABLED: 'true', ...environment },
  });
  const texts = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', (chunk: Buffer) => {
      texts[stream] += chunk.toString();
    });
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, ...texts })),
  );
}

test('the command asks AWS_ENDPOINT_URL with the credentials of the environment, in the language of the configuration', async () => {
  const state = soundOrganization();
  // As config/organization.ts says: no unit is adopted.
  state.units = [];
  for (const account of state.accounts) account.parent = 'r-exmp';
  const aws = await awsServer(state);
  const { status, stdout, stderr } = await ishizue(['doctor'], {
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
  });
  await aws.close();
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^デプロイを妨げるものはありません/)]);
  expect(stderr).toMatch(/\[1\/\d+\] 認証情報\n/);
  expect(new Set(aws.asked.map((action) => action.split(':')[0])).size).toBe(10);
}, 30_000);
