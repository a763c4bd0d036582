import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { loadWaivers, WaiverMistakes, waiversFor } from '../../gate/waivers';

const today = '2026-11-24';
const sound = {
  id: 'W-0001',
  rule: 'AwsSolutions::AwsSolutions-S1',
  path: 'log-archive-storage/**',
  reason: { en: 'It is the log bucket.', ja: 'ログのバケットです。' },
  risk: 'low',
  owner: 'platform',
  created: '2026-11-24',
  expires: '2027-11-24',
};

function fileOf(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'ishizue-waivers-')), 'waivers.yaml');
  writeFileSync(file, text);
  return file;
}

const load = (text: string) => loadWaivers(fileOf(text), today, 'waivers.yaml');
const loadOne = (changes: Record<string, unknown>) => load(stringify([{ ...sound, ...changes }]));

function mistakesOf(text: string): readonly string[] {
  try {
    load(text);
  } catch (error) {
    if (error instanceof WaiverMistakes) return error.mistakes;
    throw error;
  }
  return [];
}
const mistakesOfOne = (changes: Record<string, unknown>) => mistakesOf(stringify([{ ...sound, ...changes }]));

describe('the file of waivers', () => {
  test('gives each waiver with the line to edit', () => {
    const waivers = load(
      `# accepted\n${stringify([sound, { ...sound, id: 'W-0002', ticket: 'SEC-1', maxMatches: 2 }])}`,
    );
    expect(waivers).toMatchObject([
      { ...sound, place: 'waivers.yaml:2' },
      { id: 'W-0002', ticket: 'SEC-1', maxMatches: 2, place: 'waivers.yaml:12' },
    ]);
  });

  test.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['holds comments only', '# none yet\n'],
    ['holds an empty list', '[]'],
  ])('that %s has no waivers', (_what, text) => {
    expect(text === undefined ? loadWaivers('/no/such/waivers.yaml', today) : load(text)).toEqual([]);
  });

  test('starts without a waiver that is wrong: the one in the repository loads', () => {
    const thisDay = new Date().toISOString().slice(0, 10);
    expect(() => loadWaivers(join(__dirname, '..', '..', 'waivers.yaml'), thisDay)).not.toThrow();
  });
});

describe('a waiver', () => {
  test('names the finding its rule and place say', () => {
    const [waiver] = loadOne({ stack: 'log-archive-*' });
    const finding = { rule: sound.rule, stack: 'log-archive-storage', path: 'log-archive-storage/Logs/Bucket' };
    expect(waiver?.names(finding)).toBe(true);
    expect(waiver?.names({ ...finding, rule: `${sound.rule}0` })).toBe(false);
    expect(waiver?.names({ ...finding, stack: 'audit-alerts' })).toBe(false);
    expect(waiver?.names({ ...finding, path: 'audit-alerts/Logs' })).toBe(false);
  });

  test('that asks for a construct does not name a finding that has none', () => {
    const [waiver] = loadOne({});
    expect(waiver?.names({ rule: sound.rule })).toBe(false);
    expect(waiver?.names({ rule: sound.rule, stack: 'log-archive-storage' })).toBe(false);
  });

  test('may be for a whole stack', () => {
    const [waiver] = loadOne({ path: undefined, stack: 'audit-*' });
    expect(waiver?.names({ rule: sound.rule, stack: 'audit-alerts' })).toBe(true);
  });

  test.each([
    ['low', '2027-11-24', 'lives at most 365 days'],
    ['medium', '2027-05-23', 'lives at most 180 days'],
    ['high', '2027-02-22', 'lives at most 90 days'],
    ['critical', '2026-12-24', 'lives at most 30 days'],
  ])('of risk %s lives until %s at the longest', (risk, expires, message) => {
    expect(mistakesOfOne({ risk, expires })).toEqual([]);
    const later = new Date(Date.parse(expires) + 86_400_000).toISOString().slice(0, 10);
    expect(mistakesOfOne({ risk, expires: later })).toEqual([expect.stringContaining(message)]);
    expect(mistakesOfOne({ risk, expires: later })[0]).toContain(`Use ${expires} or earlier`);
  });

  test.each([
    ['a bare rule id', { rule: 'AwsSolutions-S1' }, '0.rule: is not a namespaced rule id, got "AwsSolutions-S1"'],
    [
      'a bare id whose part looks namespaced',
      { rule: 'AwsSolutions-IAM5[Resource::*]' },
      'is not a namespaced rule id',
    ],
    ['a glob for any rule', { rule: 'AwsSolutions::*' }, 'is not a namespaced rule id'],
    ['a varying part outside of the brackets', { rule: 'AwsSolutions::{any}' }, 'is not a namespaced rule id'],
    ['no place', { path: undefined }, '0: names neither stack nor path; it would accept the finding everywhere'],
    ['a place that is everywhere', { path: '**' }, '0.path: matches everything, got "**"'],
    ['a place that is everywhere, in more stars', { path: '*/**' }, '0.path: matches everything'],
    ['stars within a name', { path: 'audit**/x' }, '0.path: has `**` inside a name'],
    ['an empty stack', { stack: '' }, '0.stack: is empty'],
    ['an id of its own style', { id: 'W-1' }, '0.id: is not a waiver id, got "W-1"'],
    ['no reason', { reason: undefined }, '0.reason: is missing; every waiver needs it'],
    ['a reason in one language', { reason: { en: 'Yes.' } }, '0.reason.ja: is missing'],
    ['an empty reason', { reason: { en: ' ', ja: '理由' } }, '0.reason.en: is empty'],
    ['no owner', { owner: undefined }, '0.owner: is missing'],
    ['a risk of its own', { risk: 'none' }, '0.risk: is not a risk, got "none"'],
    ['no expiry', { expires: undefined }, '0.expires: is missing'],
    [
      'a day that does not exist',
      { expires: '2027-02-30' },
      '0.expires: is not a day of the calendar, got "2027-02-30"',
    ],
    ['an expiry before its start', { expires: '2026-11-24' }, '0.expires: is not after created'],
    ['a start in the future', { created: '2026-11-25' }, '0.created: is in the future, got "2026-11-25"'],
    ['no room at all', { maxMatches: 0 }, '0.maxMatches: is not a number above zero, got 0'],
    ['a misspelt field', { expiry: '2027-01-01' }, '0.expiry: is not a field, got "2027-01-01"'],
  ])('with %s is a mistake', (_what, changes, message) => {
    expect(mistakesOfOne(changes)).toEqual([expect.stringContaining(message)]);
    expect(mistakesOfOne(changes)[0]).toMatch(/^waivers\.yaml:\d+:\d+ 0/);
  });

  test('shares its id with no other', () => {
    expect(mistakesOf(stringify([sound, structuredClone(sound)]))).toEqual([
      expect.stringMatching(/^waivers\.yaml:11:7 1\.id: is used twice/),
    ]);
  });
});

describe('mistakes', () => {
  test('are told all at once, in the order of their lines, with line and column of the value', () => {
    const text = [
      '- id: W-0001',
      '  rule: AwsSolutions-S1',
      '  stack: audit-alerts',
      '  reason: { en: Yes., ja: はい。 }',
      '  risk: low',
      '  owner: platform',
      '  created: 2026-11-24',
      '  expires: 2028-11-24',
      '- id: nonsense',
      '',
    ].join('\n');
    const places = mistakesOf(text).map((mistake) => mistake.split(':')[1]);
    expect(mistakesOf(text)[0]).toMatch(/^waivers\.yaml:2:9 0\.rule: is not a namespaced rule id/);
    expect(mistakesOf(text)[1]).toMatch(/^waivers\.yaml:8:12 0\.expires: is too far away, got "2028-11-24"/);
    expect(places).toEqual(places.toSorted((a, b) => Number(a) - Number(b)));
    expect(mistakesOf(text).length).toBeGreaterThan(5);
  });

  test.each([
    ['text that is not YAML', '- id: [', /^waivers\.yaml:\d+:\d+ /],
    ['a key given twice', '- id: W-0001\n  id: W-0002\n', /^waivers\.yaml:2:3 .*unique/],
    ['something that is no list', 'id: W-0001\n', /\(file\): is not a list of waivers/],
    ['a list of something else', '- W-0001\n', /0: /],
  ])('include %s', (_what, text, message) => {
    expect(mistakesOf(text)).toEqual([expect.stringMatching(message)]);
  });

  test('say in their message that nothing was judged', () => {
    expect(() => load('id: W-0001')).toThrow(/^1 mistake in the waivers; nothing was judged\.\n {2}waivers\.yaml:1:1 /);
  });
});

describe('a waiver for single profiles', () => {
  test('is looked at with those profiles only; one without is for every profile', () => {
    const waivers = load(
      stringify([
        { ...sound, profiles: ['personal'] },
        { ...sound, id: 'W-0002' },
      ]),
    );
    const idsFor = (profile: 'personal' | 'small') => waiversFor(profile, waivers).map(({ id }) => id);
    expect(idsFor('personal')).toEqual(['W-0001', 'W-0002']);
    expect(idsFor('small')).toEqual(['W-0002']);
  });

  test('names profiles that exist', () => {
    expect(mistakesOfOne({ profiles: ['huge'] })).toEqual([
      expect.stringContaining('0.profiles.0: is not a profile, got "huge"; Use one of personal, small, regulated'),
    ]);
  });
});
