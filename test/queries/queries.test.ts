import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { savedQueries } from '../../queries/catalogue';
import { sharedFunctions } from '../../queries/functions';
import type { Days, LogFacts, SavedQuery } from '../../queries/saved-query';
import { archiveEngine, organizationTrail } from './archive-engine';
import { cases } from './cases';
import { glueColumns } from './glue-columns';
import { event, type TrailEvent, writeArchive } from './trail-event';

const facts: LogFacts = {
  table: 'organization_trail',
  accounts: ['222233334444', '333344445555', '444455556666'],
  days: { from: '2026/11/24', to: '2026/11/25' },
  governedRegions: ['ap-northeast-1', 'us-east-1'],
  inferenceRegions: ['ap-northeast-1', 'ap-northeast-3'],
  logArchiveAccountId: '222233334444',
  evidenceBuckets: ['example-trail-222233334444-ap-northeast-1'],
  breakGlassRolePrefix: 'AWSReservedSSO_break-glass-administrator_',
};

const columns = glueColumns();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Asks an archive that holds nothing but these events, as log files in their folders. */
async function ask(events: readonly TrailEvent[], sql: string) {
  const folder = mkdtempSync(join(tmpdir(), 'ishizue-archive-'));
  folders.push(folder);
  writeArchive(folder, events);
  const engine = await archiveEngine(organizationTrail(folder), columns);
  try {
    return await engine.ask(sql);
  } finally {
    engine.close();
  }
}

function queryOf(id: string): SavedQuery {
  const query = savedQueries.find((saved) => saved.id === id);
  if (!query) throw new Error(`there is no query ${id}`);
  return query;
}

const elsewhere = (found: TrailEvent): TrailEvent => ({ ...found, recipientAccountId: '999900001111' });
const on =
  (day: string) =>
  (found: TrailEvent): TrailEvent => ({ ...found, eventTime: found.eventTime.replace(/^.{10}/, day) });

describe.each(cases.map((one) => [one.id, one] as const))('%s', (id, { events, nearMisses, rows }) => {
  const query = queryOf(id);

  test('finds what it promises and nothing that comes close, other days and other accounts included', async () => {
    const others = [...events.map(on('2026-11-23')), ...events.map(on('2026-11-26')), ...events.map(elsewhere)];
    const answer = await ask([...events, ...Object.values(nearMisses), ...others], query.sql(facts));
    expect(answer.rows).toEqual(rows);
    expect(answer.columns).toEqual(query.columns.map(({ name }) => name));
  });

  test.each(Object.keys(nearMisses))('finds nothing where there is only: %s', async (name) => {
    expect((await ask([nearMisses[name] as TrailEvent], query.sql(facts))).rows).toEqual([]);
  });

  test('says which columns may be empty', () => {
    const mayBeEmpty = query.columns.filter((column) => column.mayBeEmpty).map(({ name }) => name);
    const empty = query.columns.filter(({ name }) => rows.some((row) => row[name] === null)).map(({ name }) => name);
    expect(mayBeEmpty).toEqual(expect.arrayContaining(empty));
  });
});

describe('every saved query', () => {
  test('has a case, a file of its own name, and texts in both languages', () => {
    expect(cases.map(({ id }) => id).sort()).toEqual(savedQueries.map(({ id }) => id).sort());
    const files = readdirSync(join(__dirname, '..', '..', 'queries'));
    for (const { id, title, question, columns: named } of savedQueries) {
      expect(files).toContain(`${id}.ts`);
      for (const { en, ja } of [title, question, ...named.map(({ meaning }) => meaning)]) {
        expect(en).toMatch(/[a-z]/);
        expect(ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]|UTC|IAMUser/);
      }
    }
  });

  test.each(savedQueries.map((query) => [query.id, query] as const))(
    '%s limits what it reads by account and day before anything else',
    (_id, query) => {
      const conditions = query.sql(facts).split(/\bWHERE\b/);
      expect(conditions).toHaveLength(2);
      expect(conditions[1]?.match(/\baccount (?:=|<>|IN|NOT|LIKE)/g)).toEqual(['account IN']);
      expect(conditions[1]?.trim()).toMatch(
        /^account IN \('222233334444', '333344445555', '444455556666'\)\n {2}AND day BETWEEN '2026\/11\/24' AND '2026\/11\/25'\n {2}AND /,
      );
    },
  );

  test.each(savedQueries.map((query) => [query.id, query] as const))(
    '%s is one statement in the SQL that Athena and the engine of these tests share',
    (_id, query) => {
      const sql = query.sql(facts);
      const bare = sql.replace(/'(?:[^']|'')*'/g, "''");
      expect(bare).not.toMatch(/[;"`:]|--/);
      const called = [...bare.matchAll(/\b([a-z_]+)\(/g)].map(([, name]) => name);
      expect(called.filter((name) => !sharedFunctions.includes(name as string))).toEqual([]);
      // Athena wants positions or expressions here, the engine would also take names.
      expect(bare.match(/GROUP BY [^\n]*/)?.[0] ?? '').toMatch(/^(GROUP BY [\d, ]+)?$/);
      expect(sql.match(/regexp_extract\(/g)?.length ?? 0).toBe(sql.match(/nullif\(regexp_extract\(/g)?.length ?? 0);
    },
  );

  test.each(savedQueries.map((query) => [query.id, query] as const))('%s fits into a named query', (_id, query) => {
    const accounts = Array.from({ length: 1_000 }, (_, at) => String(100_000_000_000 + at));
    expect(Buffer.byteLength(query.sql({ ...facts, accounts }))).toBeLessThan(262_144);
  });
});

describe('the days of a query', () => {
  const query = queryOf('bedrock-use-by-day');
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const call = (days: number) =>
    event({
      eventSource: 'bedrock.amazonaws.com',
      eventName: 'Converse',
      eventTime: daysAgo(days),
      requestParameters: { modelId: 'amazon.nova-2-lite-v1:0' },
    });

  test('may count back from today, which is the last of them', async () => {
    const answer = await ask([0, 1, 2, 3].map(call), query.sql({ ...facts, days: { last: 3 } }));
    expect(answer.rows.map(({ day }) => day)).toEqual(
      [2, 1, 0].map((days) => daysAgo(days).slice(0, 10).replaceAll('-', '/')),
    );
  });

  test.each<[Days, string]>([
    [{ last: 0 }, '0 is not a number of days; the least is 1, today'],
    [{ last: 1.5 }, '1.5 is not a number of days; the least is 1, today'],
    [{ from: '2026-11-24', to: '2026/11/25' }, '"2026-11-24" is not a day; days look like 2026/11/27'],
    [{ from: '2026/11/24', to: "2026/11/25' OR 1=1" }, `"2026/11/25' OR 1=1" is not a day; days look like 2026/11/27`],
  ])('%j are refused', (days, message) => {
    expect(() => query.sql({ ...facts, days })).toThrow(message);
  });

  test('no accounts are refused: the query would be wrong, not empty', () => {
    expect(() => query.sql({ ...facts, accounts: [] })).toThrow('IN needs at least one value');
  });
});

describe('models outside the geography', () => {
  const query = queryOf('inference-outside-geography');

  test('a global profile is approved to run anywhere: only the region of the call counts', async () => {
    const [ranElsewhere, calledElsewhere] = cases.find(({ id }) => id === query.id)?.events ?? [];
    const sql = query.sql({ ...facts, inferenceRegions: [] });
    const answer = await ask([ranElsewhere as TrailEvent, calledElsewhere as TrailEvent], sql);
    expect(answer.rows.map((row) => row.aws_region)).toEqual(['sa-east-1']);
  });
});

test('queries import neither the CDK nor the engine', () => {
  const folder = join(__dirname, '..', '..', 'queries');
  for (const file of readdirSync(folder)) {
    expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/aws-cdk|duckdb\/|from 'node:/);
  }
});
