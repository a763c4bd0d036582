import { gzipSync } from 'node:zlib';
import { S3Client } from '@aws-sdk/client-s3';
import { readEnvironment } from '../../functions/validate-digests/environment';
import {
  type DayRequest,
  type ValidateDayDependencies,
  type ValidationMetrics,
  validateDay,
} from '../../functions/validate-digests/validate-day';
import { bucketServer } from '../integrity/bucket-server';
import { addChain, bucket, type Objects, regionKey } from '../integrity/signed-archive';

const tokyo = regionKey();
const settings = {
  trailBucket: bucket,
  prefix: 'AWSLogs/o-exampleorg1/',
  proofBucket: 'example-log-proofs',
  metricNamespace: 'example/LogIntegrity',
  tool: 'test',
};

beforeEach(() => jest.spyOn(console, 'info').mockImplementation());
afterEach(() => jest.restoreAllMocks());

function archive() {
  const objects: Objects = new Map();
  return { objects, digests: addChain(objects, { key: tokyo, firstEnd: '2026-11-25T23:04:00Z', hours: 30 }) };
}

/** Runs the function against a bucket behind HTTP, as the schedule does, and remembers what it did in which order. */
async function run(
  objects: Objects,
  request: DayRequest = {},
  over: Partial<ValidateDayDependencies> = {},
  remaining = 900_000,
) {
  const server = await bucketServer(objects);
  const done: string[] = [];
  const proofs = new Map<string, string>();
  const counted: ValidationMetrics[] = [];
  const s3 = new S3Client({
    endpoint: server.endpoint,
    region: 'ap-northeast-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const dependencies: ValidateDayDependencies = {
    settings,
    s3,
    cloudTrailIn: () => ({
      listPublicKeys: async () => ({ PublicKeyList: [{ Fingerprint: tokyo.fingerprint, Value: tokyo.der }] }),
    }),
    putProof: async (key, body) => {
      done.push('proof');
      proofs.set(key, body);
    },
    putMetrics: async (metrics) => {
      done.push('metrics');
      counted.push(metrics);
    },
    now: () => new Date('2026-11-27T06:00:00Z'),
    ...over,
  };
  try {
    const result = await validateDay(request, { getRemainingTimeInMillis: () => remaining }, dependencies);
    return { result, done, counted, proof: JSON.parse(proofs.get(result.proof) ?? '{}') };
  } finally {
    server.close();
    s3.destroy();
  }
}

test('proves the day before, puts the proof on record, and then counts it', async () => {
  const { result, done, counted, proof } = await run(archive().objects);
  expect(result).toEqual({ day: '2026-11-26', state: 'valid', proof: 'validations/2026/11/26.json' });
  expect(done).toEqual(['proof', 'metrics']);
  expect(counted).toEqual([{ Validations: 1, InvalidFiles: 0, UnknownFiles: 0 }]);
  expect(proof).toMatchObject({
    schema: 'ishizue-log-validation/1',
    target: `s3://${bucket}/AWSLogs/o-exampleorg1/`,
    from: '2026-11-26T00:00:00.000Z',
    to: '2026-11-27T00:00:00.000Z',
    validatedAt: '2026-11-27T06:00:00.000Z',
    state: 'valid',
    digests: 24,
    provenLogFiles: 48,
  });
});

test('counts what was changed and names the files in the proof', async () => {
  const { objects, digests } = archive();
  const [changed = '', removed = ''] = digests[7]?.logFiles ?? [];
  objects.set(changed, { body: gzipSync('{"Records":[]}'), metadata: {} });
  objects.delete(removed);
  const { result, counted, proof } = await run(objects);
  expect(result.state).toBe('invalid');
  expect(counted).toEqual([{ Validations: 1, InvalidFiles: 2, UnknownFiles: 0 }]);
  expect(proof.regions[0].faults.map(({ file }: { file: string }) => file).sort()).toEqual([changed, removed].sort());
});

test('counts a gap: the trail was stopped in the afternoon', async () => {
  const { objects, digests } = archive();
  for (const { key, logFiles } of digests.slice(15)) for (const file of [key, ...logFiles]) objects.delete(file);
  expect((await run(objects)).counted).toEqual([{ Validations: 1, InvalidFiles: 1, UnknownFiles: 0 }]);
});

test('counts every digest whose public key this account is not told', async () => {
  const cloudTrailIn = () => ({ listPublicKeys: async () => ({ PublicKeyList: [] }) });
  const { result, counted } = await run(archive().objects, {}, { cloudTrailIn });
  expect(result.state).toBe('unknown');
  expect(counted).toEqual([{ Validations: 1, InvalidFiles: 0, UnknownFiles: 24 }]);
});

test('counts a day without any digest as unknown', async () => {
  const { result, counted } = await run(new Map());
  expect(result.state).toBe('unknown');
  expect(counted).toEqual([{ Validations: 1, InvalidFiles: 0, UnknownFiles: 1 }]);
});

test('ends in time, and what it did not look at is unknown', async () => {
  const { result, counted, proof } = await run(archive().objects, {}, {}, 80_000);
  expect(result.state).toBe('unknown');
  expect(counted[0]?.UnknownFiles).toBe(1);
  expect(proof.regions[0].faults[0]).toMatchObject({ kind: 'not-checked' });
});

test('looks at the day somebody asks for', async () => {
  expect((await run(archive().objects, { day: '2026-11-26' })).result.day).toBe('2026-11-26');
});

test.each([['26.11.2026'], ['2026-13-01'], [20_261_126]])('refuses a day that is none: %p', async (day) => {
  await expect(run(archive().objects, { day })).rejects.toThrow('is not a day. Send { "day": "2026-11-26" }');
});

test('counts nothing when the proof could not be put on record: that it did not end alarms', async () => {
  const putMetrics = jest.fn();
  const putProof = () => Promise.reject(new Error('no space'));
  await expect(run(archive().objects, {}, { putProof, putMetrics })).rejects.toThrow('no space');
  expect(putMetrics).not.toHaveBeenCalled();
});

test('counts nothing when the bucket cannot be listed', async () => {
  const putMetrics = jest.fn();
  const s3 = { send: () => Promise.reject(new Error('AccessDenied')) } as unknown as ValidateDayDependencies['s3'];
  await expect(run(archive().objects, {}, { s3, putMetrics })).rejects.toThrow('AccessDenied');
  expect(putMetrics).not.toHaveBeenCalled();
});

test('names every variable that the stack forgot', () => {
  expect(() => readEnvironment({ TRAIL_BUCKET: 'b', METRIC_NAMESPACE: '' })).toThrow(
    'the function has no TRAIL_PREFIX, PROOF_BUCKET, METRIC_NAMESPACE in its environment',
  );
});
