import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Fault } from '../../integrity/fault';
import { type PublicKeySource, publicKeyOf, savedPublicKeys } from '../../integrity/public-keys';
import { type Validation, type ValidationOptions, validate } from '../../integrity/validate';
import { runs } from '../helpers/runs';
import { memoryArchive } from './memory-archive';
import {
  addChain,
  type BuiltDigest,
  bucket,
  type ChainOptions,
  type Objects,
  regionKey,
  type StoredObject,
} from './signed-archive';

const tokyo = regionKey();
const stranger = regionKey();
const publicKeys = savedPublicKeys(
  JSON.stringify({ PublicKeyList: [{ Fingerprint: tokyo.fingerprint, Value: tokyo.der.toString('base64') }] }),
);
const day = { from: new Date('2026-11-26T00:00:00Z'), to: new Date('2026-11-27T00:00:00Z') };
const period = { ...day, now: new Date('2026-11-27T06:00:00Z') };

/** Two hours before the day, the day, and three hours after it. */
const chain = { key: tokyo, firstEnd: '2026-11-25T23:04:00Z', hours: 30 } as const;

interface Built {
  readonly objects: Objects;
  readonly digests: BuiltDigest[];
}

const signed = new Map<string, Built>();

/** A fresh copy of a chain; signing it once is enough. */
function built(over: Partial<Omit<ChainOptions, 'key'>> = {}): Built {
  const id = JSON.stringify(over);
  const kept = signed.get(id) ?? sign(over);
  signed.set(id, kept);
  return { ...kept, objects: new Map([...kept.objects].map(([key, object]) => [key, { ...object }])) };
}

function sign(over: Partial<ChainOptions>): Built {
  const objects: Objects = new Map();
  return { objects, digests: addChain(objects, { ...chain, ...over }) };
}

const check = (objects: Objects, over: Partial<ValidationOptions> = {}): Promise<Validation> =>
  validate({ archive: memoryArchive(objects, { bucket }), publicKeys, period, ...over });

const faultsOf = ({ regions }: Validation): readonly Fault[] => regions.flatMap(({ faults }) => faults);
const named = (validation: Validation) => faultsOf(validation).map(({ state, kind, file }) => ({ state, kind, file }));

function stored(objects: Objects, key: string): StoredObject {
  const object = objects.get(key);
  if (!object) throw new Error(`no ${key}`);
  return object;
}

/** Replaces the uncompressed content of a file. */
function rewrite(objects: Objects, key: string, change: (text: string) => string): void {
  const object = stored(objects, key);
  object.body = gzipSync(change(gunzipSync(object.body).toString()));
}

const digest = (digests: readonly BuiltDigest[], at: number) => digests[at] as BuiltDigest;
const logFile = (digests: readonly BuiltDigest[], at: number, file = 0) => digest(digests, at).logFiles[file] as string;

describe('an untouched archive', () => {
  test('is valid, and says how much was proven', async () => {
    const validation = await check(built().objects);
    expect(named(validation)).toEqual([]);
    expect(validation).toMatchObject({ state: 'valid', digests: 24, logFiles: 48, provenLogFiles: 48 });
  });

  test('is valid with several accounts, regions and trails, each a chain of its own', async () => {
    const { objects } = built();
    addChain(objects, { ...chain, account: '333344445555' });
    addChain(objects, { ...chain, region: 'us-east-1', key: tokyo });
    addChain(objects, { ...chain, region: 'eu-west-1', logFilesPerHour: 0 });
    addChain(objects, { ...chain, trail: 'another-trail', logFilesPerHour: 0 });
    const validation = await check(objects);
    expect(named(validation)).toEqual([]);
    expect(validation).toMatchObject({ state: 'valid', digests: 24 * 5 });
    expect(validation.regions.map(({ account, region }) => `${account} ${region}`)).toEqual([
      '333344445555 ap-northeast-1',
      '444455556666 ap-northeast-1',
      '444455556666 eu-west-1',
      '444455556666 us-east-1',
    ]);
  });

  test('is valid with digests that list late files', async () => {
    const { objects } = built();
    addChain(objects, { ...chain, firstEnd: '2026-11-26T10:04:00Z', hours: 1, backfill: true });
    expect(await check(objects)).toMatchObject({ state: 'valid', digests: 25, provenLogFiles: 50 });
  });

  test('is valid where a chain begins: an account that is new', async () => {
    expect(await check(built({ firstEnd: '2026-11-26T12:04:00Z', hours: 16 }).objects)).toMatchObject({
      state: 'valid',
      digests: 12,
    });
  });

  test('is valid from the oldest to the newest digest when no period is given', async () => {
    const now = new Date('2026-11-27T06:00:00Z');
    expect(await check(built().objects, { period: { now } })).toMatchObject({ state: 'valid', digests: 30 });
  });

  test('is valid below a prefix', async () => {
    const { objects } = built();
    addChain(objects, { ...chain, account: '333344445555', key: stranger });
    for (const below of ['', 'CloudTrail-Digest/', 'CloudTrail-Digest/ap-northeast-1/']) {
      const scope = `AWSLogs/o-exampleorg1/444455556666/${below}`;
      expect(await check(objects, { scope })).toMatchObject({ state: 'valid', digests: 24 });
    }
  });
});

describe('nothing to prove is unknown, not valid', () => {
  test.each([
    ['an empty bucket', new Map()],
    ['log files without digests', new Map([...built().objects].filter(([key]) => !key.includes('CloudTrail-Digest')))],
  ])('%s', async (_, objects) => {
    expect(await check(objects)).toMatchObject({ state: 'unknown', digests: 0 });
  });

  test('a period long after a chain has ended', async () => {
    const later = {
      from: new Date('2027-01-01T00:00:00Z'),
      to: new Date('2027-01-02T00:00:00Z'),
      now: new Date('2027-01-03T00:00:00Z'),
    };
    expect(await check(built().objects, { period: later })).toMatchObject({ state: 'unknown', regions: [] });
  });
});

describe('a change is found, and the exact file is named', () => {
  type Tampering = (objects: Objects, digests: BuiltDigest[]) => readonly [Fault['kind'], string];
  const tamperings: Record<string, Tampering> = {
    'one byte of a log file': (objects, digests) => {
      rewrite(objects, logFile(digests, 10), (text) => text.replace('Converse', 'Conversf'));
      return ['altered', logFile(digests, 10)];
    },
    'a log file emptied': (objects, digests) => {
      rewrite(objects, logFile(digests, 10), () => '{"Records":[]}');
      return ['altered', logFile(digests, 10)];
    },
    'a log file removed': (objects, digests) => {
      objects.delete(logFile(digests, 10));
      return ['missing', logFile(digests, 10)];
    },
    'a log file cut short': (objects, digests) => {
      const object = stored(objects, logFile(digests, 10));
      object.body = object.body.subarray(0, -12);
      return ['broken-file', logFile(digests, 10)];
    },
    'a log file with nothing in it': (objects, digests) => {
      const object = stored(objects, logFile(digests, 10));
      object.body = Buffer.alloc(0);
      return ['broken-file', logFile(digests, 10)];
    },
    'a second gzip stream behind a log file': (objects, digests) => {
      const object = stored(objects, logFile(digests, 10));
      object.body = Buffer.concat([object.body, gzipSync('{"Records":[]}')]);
      return ['altered', logFile(digests, 10)];
    },
    'a digest removed': (objects, digests) => {
      objects.delete(digest(digests, 10).key);
      for (const file of digest(digests, 10).logFiles) objects.delete(file);
      return ['missing', digest(digests, 10).key];
    },
    'the first digest of the day removed': (objects, digests) => {
      objects.delete(digest(digests, 1).key);
      for (const file of digest(digests, 1).logFiles) objects.delete(file);
      return ['missing', digest(digests, 1).key];
    },
    'the digest before the day removed': (objects, digests) => {
      objects.delete(digest(digests, 0).key);
      return ['missing', digest(digests, 0).key];
    },
    'a log file taken off the list of a digest': (objects, digests) => {
      rewrite(objects, digest(digests, 10).key, (text) => {
        const content = JSON.parse(text);
        return JSON.stringify({ ...content, logFiles: content.logFiles.slice(1) });
      });
      objects.delete(logFile(digests, 10));
      return ['altered', digest(digests, 10).key];
    },
    'a digest signed by somebody else': (objects, digests) => {
      const forged: Objects = new Map();
      const other = { ...stranger, fingerprint: tokyo.fingerprint };
      addChain(forged, { ...chain, key: other });
      objects.set(digest(digests, 10).key, stored(forged, digest(digests, 10).key));
      return ['altered', digest(digests, 10).key];
    },
    'the signature of a digest': (objects, digests) => {
      const object = stored(objects, digest(digests, 10).key);
      object.metadata = { ...object.metadata, signature: 'ab'.repeat(256) };
      return ['altered', digest(digests, 10).key];
    },
    'a signature that is no hexadecimal number': (objects, digests) => {
      const object = stored(objects, digest(digests, 10).key);
      object.metadata = { ...object.metadata, signature: '<html>' };
      return ['altered', digest(digests, 10).key];
    },
    'a digest cut short': (objects, digests) => {
      const object = stored(objects, digest(digests, 10).key);
      object.body = object.body.subarray(0, 40);
      return ['broken-file', digest(digests, 10).key];
    },
    'a digest that is no digest': (objects, digests) => {
      rewrite(objects, digest(digests, 10).key, () => '{}');
      return ['broken-file', digest(digests, 10).key];
    },
    'an older digest in place of a digest': (objects, digests) => {
      objects.set(digest(digests, 10).key, { ...stored(objects, digest(digests, 5).key) });
      return ['moved', digest(digests, 10).key];
    },
    'a chain that ends in the middle of the day': (objects, digests) => {
      for (const { key, logFiles } of digests.slice(13)) for (const file of [key, ...logFiles]) objects.delete(file);
      return ['gap', digest(digests, 12).key];
    },
    'a chain that ended the day before': (objects, digests) => {
      for (const { key, logFiles } of digests.slice(1)) for (const file of [key, ...logFiles]) objects.delete(file);
      return ['gap', digest(digests, 0).key];
    },
  };

  test.each(Object.entries(tamperings))('%s', async (_, tamper) => {
    const { objects, digests } = built();
    const [kind, file] = tamper(objects, digests);
    const validation = await check(objects);
    expect(validation.state).toBe('invalid');
    expect(named(validation).filter(({ state }) => state === 'invalid')).toEqual([{ state: 'invalid', kind, file }]);
  });

  test.each([
    ['digests', 'moved', (digests: BuiltDigest[]) => [digest(digests, 10).key, digest(digests, 12).key]],
    ['log files', 'altered', (digests: BuiltDigest[]) => [logFile(digests, 10), logFile(digests, 12)]],
  ] as const)('two %s swapped: both are named', async (_, kind, pick) => {
    const { objects, digests } = built();
    const [one, other] = pick(digests) as [string, string];
    const [first, second] = [stored(objects, one), stored(objects, other)];
    objects.set(one, second).set(other, first);
    expect(named(await check(objects))).toEqual([one, other].map((file) => ({ state: 'invalid', kind, file })));
  });

  test('logging switched off for some hours: the digest that begins anew is named', async () => {
    const { objects, digests } = built({ restartsAfter: [9] });
    expect(named(await check(objects))).toEqual([{ state: 'invalid', kind: 'gap', file: digest(digests, 10).key }]);
  });

  test('logging switched off since days before: the digest that begins anew is named', async () => {
    const { objects } = built({ firstEnd: '2026-11-22T10:04:00Z', hours: 5 });
    const again = addChain(objects, { ...chain, firstEnd: '2026-11-26T12:04:00Z', hours: 16 });
    expect(named(await check(objects))).toEqual([{ state: 'invalid', kind: 'gap', file: digest(again, 0).key }]);
  });

  test('a chain that ended long ago is unknown: a closed account looks like an archive that was cut', async () => {
    const { objects, digests } = built();
    const years = { now: new Date('2028-01-01T00:00:00Z') };
    expect(named(await check(objects, { period: years }))).toEqual([
      { state: 'unknown', kind: 'gap', file: digest(digests, 29).key },
    ]);
  });

  test('a digest that is signed and that nothing follows', async () => {
    const { objects } = built();
    const aside: Objects = new Map();
    const [planted] = addChain(aside, { ...chain, firstEnd: '2026-11-26T09:34:00Z', hours: 1, logFilesPerHour: 0 });
    for (const [key, object] of aside) objects.set(key, object);
    expect(named(await check(objects)).map(({ state, file }) => [state, file])).toEqual([['invalid', planted?.key]]);
  });

  test('files of another bucket, signed for that bucket', async () => {
    const { objects, digests } = built();
    const foreign = built({ bucket: 'the-bucket-of-an-intruder' });
    const { key } = digest(digests, 10);
    objects.set(key, stored(foreign.objects, key));
    expect(named(await check(objects))).toEqual([{ state: 'invalid', kind: 'foreign-bucket', file: key }]);
  });

  test('a log file that no digest lists is unknown, whoever put it there', async () => {
    const { objects } = built();
    const planted =
      'AWSLogs/o-exampleorg1/444455556666/CloudTrail/ap-northeast-1/2026/11/26/444455556666_CloudTrail_ap-northeast-1_20261126T1207Z_Planted000000000.json.gz';
    objects.set(planted, { body: gzipSync('{"Records":[]}'), metadata: {} });
    const validation = await check(objects);
    expect(named(validation)).toEqual([{ state: 'unknown', kind: 'not-listed', file: planted }]);
    expect(validation.state).toBe('unknown');
  });

  test('a log file that was delivered a moment ago is not judged before its digest is due', async () => {
    const { objects } = built({ hours: 20 });
    const fresh =
      'AWSLogs/o-exampleorg1/444455556666/CloudTrail/ap-northeast-1/2026/11/26/444455556666_CloudTrail_ap-northeast-1_20261126T1802Z_Fresh00000000000.json.gz';
    objects.set(fresh, { body: gzipSync('{"Records":[]}'), metadata: {} });
    const now = new Date('2026-11-26T18:30:00Z');
    expect(await check(objects, { period: { ...day, now } })).toMatchObject({ state: 'valid' });
  });
});

describe('what cannot be known is unknown, never valid', () => {
  test('no public key: told once for all digests, and log files are still compared', async () => {
    const { objects, digests } = built();
    const nobody: PublicKeySource = { find: async () => ({ missing: { en: 'not at hand', ja: '手元にありません' } }) };
    const validation = await check(objects, { publicKeys: nobody });
    expect(validation).toMatchObject({ state: 'unknown', provenLogFiles: 0 });
    expect(faultsOf(validation)).toEqual([
      {
        state: 'unknown',
        kind: 'no-public-key',
        file: digest(digests, 1).key,
        more: 23,
        says: { en: 'not at hand', ja: '手元にありません' },
      },
    ]);
    rewrite(objects, logFile(digests, 10), (text) => text.replace('Converse', 'Conversf'));
    expect(await check(objects, { publicKeys: nobody })).toMatchObject({ state: 'invalid' });
  });

  test('a key of the same fingerprint that is another key makes nothing valid', async () => {
    const wrong: PublicKeySource = { find: async () => ({ key: publicKeyOf(stranger.der) }) };
    expect(await check(built().objects, { publicKeys: wrong })).toMatchObject({ state: 'invalid', provenLogFiles: 0 });
  });

  test('files that may not be read', async () => {
    const { objects, digests } = built();
    const file = logFile(digests, 10);
    const archive = memoryArchive(objects, { bucket, unreadable: [file] });
    expect(named(await check(objects, { archive }))).toEqual([{ state: 'unknown', kind: 'unreadable', file }]);
  });

  test('an algorithm this version does not know', async () => {
    const { objects, digests } = built();
    const object = stored(objects, digest(digests, 10).key);
    object.metadata = { ...object.metadata, 'signature-algorithm': 'SHA3withRSA' };
    expect(await check(objects)).toMatchObject({ state: 'unknown' });
  });

  test('accounts there was no time for', async () => {
    const { objects } = built();
    addChain(objects, { ...chain, account: '333344445555' });
    let asked = 0;
    const validation = await check(objects, { regions: 1, outOfTime: () => ++asked > 1 });
    expect(named(validation)).toEqual([
      {
        state: 'unknown',
        kind: 'not-checked',
        file: 'AWSLogs/o-exampleorg1/444455556666/CloudTrail-Digest/ap-northeast-1/',
      },
    ]);
  });
});

describe('a folder, which has no metadata', () => {
  const stripped = () => {
    const found = built();
    for (const object of found.objects.values()) object.metadata = {};
    return found;
  };

  test('is proven by the signatures that the following digests hold; the newest digest stays unknown', async () => {
    const { objects, digests } = stripped();
    const archive = memoryArchive(objects);
    const validation = await check(objects, { archive, period: { now: period.now } });
    expect(named(validation)).toEqual([{ state: 'unknown', kind: 'no-signature', file: digest(digests, 29).key }]);
    expect(validation).toMatchObject({ provenLogFiles: 58, logFiles: 60 });
  });

  test('shows a change all the same', async () => {
    const { objects, digests } = stripped();
    rewrite(objects, digest(digests, 10).key, (text) =>
      text.replace('Converse', '').replace('"logFiles":[{', '"logFiles":[{ '),
    );
    const validation = await check(objects, { archive: memoryArchive(objects), period: { now: period.now } });
    expect(named(validation)).toContainEqual({ state: 'invalid', kind: 'altered', file: digest(digests, 10).key });
  });

  test('may begin somewhere when the period says so', async () => {
    const { objects, digests } = built();
    for (const { key } of digests.slice(0, 6)) objects.delete(key);
    const archive = memoryArchive(objects);
    const from = new Date('2026-11-26T04:30:00Z');
    expect(await check(objects, { archive, period: { from, now: period.now } })).toMatchObject({ state: 'valid' });
    expect(named(await check(objects, { archive, period: { now: period.now } }))).toContainEqual({
      state: 'invalid',
      kind: 'missing',
      file: digest(digests, 5).key,
    });
  });

  test('names the one digest that belongs to another bucket', async () => {
    const { objects, digests } = built();
    const { key } = digest(digests, 10);
    objects.set(key, stored(built({ bucket: 'elsewhere' }).objects, key));
    const validation = await check(objects, { archive: memoryArchive(objects) });
    expect(named(validation)).toEqual([{ state: 'invalid', kind: 'foreign-bucket', file: key }]);
    const asked = await check(built().objects, { archive: memoryArchive(built().objects), bucket: 'elsewhere' });
    expect(asked).toMatchObject({ state: 'invalid', provenLogFiles: 0 });
  });
});

describe('any flipped bit', () => {
  const small = () => built({ firstEnd: '2026-11-26T10:04:00Z', hours: 4, logFilesPerHour: 1 });
  const { objects: original } = small();
  const files = [...original.keys()];
  const wholeChain = { now: new Date('2026-11-26T14:00:00Z') };
  /** No later digest speaks of the newest: when it names a key or an algorithm that nobody knows, a change cannot be told from that. */
  const newest = files
    .filter((file) => file.includes('-Digest'))
    .sort()
    .at(-1);
  const expectFound = ({ state }: Validation, file: string) =>
    file === newest ? expect(state).not.toBe('valid') : expect(state).toBe('invalid');

  test('of the content of any file is found, and that file is named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.integer({ min: 0, max: 7 }), async (file, at, bit) => {
        const objects: Objects = new Map([...original].map(([key, object]) => [key, { ...object }]));
        const object = stored(objects, file);
        const content = gunzipSync(object.body);
        content[at % content.length] = (content[at % content.length] as number) ^ (1 << bit);
        object.body = gzipSync(content);
        const validation = await check(objects, { period: wholeChain });
        expectFound(validation, file);
        expect(named(validation).map((fault) => fault.file)).toContain(file);
      }),
      { numRuns: runs(60) },
    );
  });

  test('of any stored file is found, unless the content stays the same: gzip has bytes that say nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.integer({ min: 0, max: 7 }), async (file, at, bit) => {
        const objects: Objects = new Map([...original].map(([key, object]) => [key, { ...object }]));
        const object = stored(objects, file);
        const body = Buffer.from(object.body);
        body[at % body.length] = (body[at % body.length] as number) ^ (1 << bit);
        const same = contentOf(body)?.equals(gunzipSync(object.body)) ?? false;
        object.body = body;
        const validation = await check(objects, { period: wholeChain });
        if (same) expect(validation.state).toBe('valid');
        else expectFound(validation, file);
        if (!same) expect(named(validation).map((fault) => fault.file)).toContain(file);
      }),
      { numRuns: runs(60) },
    );
  });

  function contentOf(body: Buffer): Buffer | undefined {
    try {
      return gunzipSync(body);
    } catch {
      return undefined;
    }
  }
});
