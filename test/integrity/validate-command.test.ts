import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { PublicKeyClient } from '../../integrity/listed-public-keys';
import { runValidate, type ValidateDependencies, type ValidateFlags } from '../../integrity/validate-command';
import { bucketServer } from './bucket-server';
import { addChain, bucket, type Objects, regionKey } from './signed-archive';

const tokyo = regionKey();
const folder = mkdtempSync(join(tmpdir(), 'ishizue-logs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const objects: Objects = new Map();
const digests = addChain(objects, { key: tokyo, firstEnd: '2026-11-26T00:04:00Z', hours: 6 });
const newest = digests.at(-1)?.key ?? '';

const keyFile = join(folder, 'keys.json');
writeFileSync(
  keyFile,
  JSON.stringify({ PublicKeyList: [{ Fingerprint: tokyo.fingerprint, Value: tokyo.der.toString('base64') }] }),
);

/** Writes the objects as `aws s3 sync` would, without their metadata. */
function copy(name: string, from: Objects = objects): string {
  const root = join(folder, name);
  for (const [key, { body }] of from) {
    mkdirSync(dirname(join(root, key)), { recursive: true });
    writeFileSync(join(root, key), body);
  }
  return root;
}

const listPublicKeys: PublicKeyClient['listPublicKeys'] = async () => ({
  PublicKeyList: [{ Fingerprint: tokyo.fingerprint, Value: tokyo.der }],
});

async function run(target: string, flags: Partial<ValidateFlags> = {}, over: Partial<ValidateDependencies> = {}) {
  const [out, error]: [string[], string[]] = [[], []];
  const exitCode = await runValidate(
    { target, json: false, language: 'en', ...flags },
    {
      s3: () => {
        throw new Error('no bucket in this test');
      },
      cloudTrailIn: () => ({ listPublicKeys }),
      now: () => new Date('2026-11-26T09:00:00Z'),
      tool: 'ishizue 0',
      terminal: {
        writeOut: (text) => void out.push(text),
        writeError: (text) => void error.push(text),
        colors: false,
        rewritesLines: false,
      },
      ...over,
    },
  );
  return { exitCode, out: out.join(''), error: error.join('') };
}

describe('a folder', () => {
  test('without signatures is unknown for the newest digest alone, and the command that helps is told', async () => {
    const { exitCode, out } = await run(copy('bare'), { keys: keyFile });
    expect(exitCode).toBe(2);
    expect(out).toContain('Unknown: not everything can be proven\n6 digests, 12 log files, of which 10 proven');
    expect(out).toContain(`no-signature  ${newest}\n    its signature is not at hand`);
    expect(out).toContain('aws s3api head-object');
  });

  test.each([
    ['what --query Metadata prints', (metadata: object) => metadata],
    ['all that head-object prints', (metadata: object) => ({ ContentType: 'application/json', Metadata: metadata })],
  ])('with %s beside the newest digest is valid', async (name, wrap) => {
    const root = copy(name.replaceAll(' ', '-'));
    writeFileSync(join(root, `${newest}.metadata.json`), JSON.stringify(wrap(objects.get(newest)?.metadata ?? {})));
    expect(await run(root, { keys: keyFile })).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^Valid: every file .*\n6 digests, 12 log files, of which 12 proven, in 1 accounts/),
    });
    expect(await run(join(root, 'AWSLogs', 'o-exampleorg1', '444455556666'))).toMatchObject({ exitCode: 0 });
  });

  test('with metadata that is none is unknown, not a crash', async () => {
    const root = copy('bad-metadata');
    writeFileSync(join(root, `${newest}.metadata.json`), '<html>');
    expect(await run(root, { keys: keyFile })).toMatchObject({
      exitCode: 2,
      out: expect.stringContaining('is not the JSON that aws s3api head-object prints'),
    });
  });

  test('with a change ends 1, names the file, and says so in Japanese', async () => {
    const root = copy('changed');
    const file = digests[2]?.logFiles[1] ?? '';
    rmSync(join(root, file));
    const { exitCode, out } = await run(root, { keys: keyFile, language: 'ja' });
    expect(exitCode).toBe(1);
    expect(out).toContain('無効: 変更・削除・追加されたファイルがあります');
    expect(out).toContain(`missing  ${file}\n    ログファイルがありません。`);
  });

  test('without digests ends 2 and says where they are looked for', async () => {
    mkdirSync(join(folder, 'empty'), { recursive: true });
    expect(await run(join(folder, 'empty'))).toMatchObject({
      exitCode: 2,
      out: expect.stringContaining('Digests are below AWSLogs/…/CloudTrail-Digest/'),
    });
  });

  test('with no way to the public keys is unknown, once', async () => {
    const cloudTrailIn = () => ({
      listPublicKeys: async () => {
        throw new Error('no credentials');
      },
    });
    const { exitCode, out } = await run(copy('no-keys'), {}, { cloudTrailIn });
    expect(exitCode).toBe(2);
    expect(out.match(/did not list its public keys \(cloudtrail:ListPublicKeys\): no credentials/g)).toHaveLength(1);
    expect(out).toContain('and 4 more files');
  });

  test('as JSON says what was looked at', async () => {
    const { out } = await run(copy('json'), {
      keys: keyFile,
      json: true,
      from: '2026-11-26T01:00Z',
      to: '2026-11-26T04:30Z',
    });
    expect(JSON.parse(out)).toMatchObject({
      schema: 'ishizue-log-validation/1',
      from: '2026-11-26T01:00:00.000Z',
      to: '2026-11-26T04:30:00.000Z',
      validatedAt: '2026-11-26T09:00:00.000Z',
      validatedBy: 'ishizue 0',
      state: 'valid',
      digests: 4,
      regions: [{ account: '444455556666', region: 'ap-northeast-1', faults: [] }],
    });
  });
});

describe('a bucket', () => {
  const s3For = (endpoint: string) => () =>
    new S3Client({
      endpoint,
      region: 'ap-northeast-1',
      forcePathStyle: true,
      maxAttempts: 1,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });

  test('is valid with the metadata of its objects and the keys of CloudTrail, in the region that signed', async () => {
    const server = await bucketServer(objects);
    const asked: string[] = [];
    const cloudTrailIn = (region: string) => {
      asked.push(region);
      return { listPublicKeys };
    };
    const flags = { from: '2026-11-26', to: '2026-11-26T05:30Z' };
    const result = await run(`s3://${bucket}/AWSLogs/o-exampleorg1`, flags, {
      s3: s3For(server.endpoint),
      cloudTrailIn,
    } as never);
    server.close();
    expect(result).toMatchObject({ exitCode: 0, out: expect.stringContaining('12 log files, of which 12 proven') });
    expect(asked).toEqual(['ap-northeast-1']);
  });

  test('with a log file that may not be read is unknown, and one that is gone is invalid', async () => {
    const [unreadable = '', gone = ''] = [digests[2]?.logFiles[0], digests[3]?.logFiles[0]];
    const fewer: Objects = new Map([...objects].filter(([key]) => key !== gone));
    const server = await bucketServer(fewer, { denied: [unreadable] });
    const { exitCode, out } = await run(`s3://${bucket}`, {}, { s3: s3For(server.endpoint) });
    server.close();
    expect(exitCode).toBe(1);
    expect(out).toContain(`missing  ${gone}`);
    expect(out).toContain(`unreadable  ${unreadable}\n    the file is there and cannot be read: AccessDenied`);
  });

  test('that cannot be listed ends 2 with what it takes, without a stack trace', async () => {
    const server = await bucketServer(objects);
    server.close();
    const { exitCode, error } = await run(`s3://${bucket}`, {}, { s3: s3For(server.endpoint) });
    expect(exitCode).toBe(2);
    expect(error).toContain('It takes credentials with s3:ListBucket, s3:GetObject and kms:Decrypt');
    expect(error).not.toMatch(/^ +at /m);
  });
});

test('progress is a line that is written over on a screen, and silence in the log of a short run', async () => {
  const error: string[] = [];
  const terminal = {
    writeOut: () => undefined,
    writeError: (text: string) => void error.push(text),
    colors: false,
    rewritesLines: true,
  };
  const root = copy('progress');
  await run(root, { keys: keyFile }, { terminal });
  expect(error).toEqual(['\r\u001b[2K  1 of 1 accounts and regions, 12 log files', '\r\u001b[2K']);
  expect((await run(root, { keys: keyFile })).error).toBe('');
});

test('every mistake of the caller is told at once, with what is allowed', async () => {
  const notKeys = join(folder, 'not-keys.json');
  writeFileSync(notKeys, '{"PublicKeyList":[{"Fingerprint":"f","Value":"AAAA"}]}');
  const { exitCode, error, out } = await run(join(folder, 'nowhere'), {
    from: 'yesterday',
    to: '2026-02-30',
    keys: notKeys,
  });
  expect({ exitCode, out }).toEqual({ exitCode: 64, out: '' });
  expect(error.trim().split('\n')).toEqual([
    expect.stringContaining('nowhere" does not exist. Give a folder that mirrors the bucket'),
    '--from "yesterday" is not a day or moment in UTC. Write 2026-11-27 or 2026-11-27T09:00Z',
    '--to "2026-02-30" is not a day or moment in UTC. Write 2026-11-27 or 2026-11-27T09:00Z',
    expect.stringContaining('the Value of the key f is not an RSA public key in base64'),
  ]);
  expect(await run('s3://Not_A_Bucket')).toMatchObject({
    exitCode: 64,
    error: expect.stringContaining('is not an S3 URI'),
  });
  expect(await run(keyFile)).toMatchObject({ exitCode: 64, error: expect.stringContaining('is a file') });
  expect(await run(`s3://${bucket}`, { from: '2026-11-27', to: '2026-11-26', bucket: 'b' })).toMatchObject({
    exitCode: 64,
    error: expect.stringMatching(/--from 2026-11-27 is not before --to 2026-11-26\n--bucket is for folders/),
  });
});
