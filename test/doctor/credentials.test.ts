import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { usualCredentials } from '../../doctor/credentials';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

/** Nobody is signed in: no variables, no files. */
function signOut(): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  process.env.AWS_CONFIG_FILE = '/nowhere/config';
  process.env.AWS_SHARED_CREDENTIALS_FILE = '/nowhere/credentials';
}

test('come from the environment', async () => {
  signOut();
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' });
  expect(await usualCredentials()()).toMatchObject({ accessKeyId: 'AKIAEXAMPLE' });
});

test('are given up after one short try where the address of the instance never answers', async () => {
  let tries = 0;
  const silent = createServer(() => {
    tries += 1;
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  signOut();
  process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  await expect(usualCredentials()()).rejects.toThrow();
  expect(tries).toBe(1);
  silent.close();
});
