import { readdirSync } from 'node:fs';
import { savedQueries } from '../../queries/catalogue';
import type { SavedQuery } from '../../queries/saved-query';
import { archiveEngine, looseFiles, type Row } from './archive-engine';
import { glueColumns } from './glue-columns';

/** Runs every saved query on log files of a real account, all of them in one folder, and says what each found. */
async function main(folder: string): Promise<void> {
  const names = readdirSync(folder).map((file) => /^(\d{12})_CloudTrail_[^_]+_(\d{4})(\d{2})(\d{2})T/.exec(file));
  const found = names.filter((name) => name !== null);
  if (found.length === 0) throw new Error(`${folder} holds no log files named as CloudTrail names them`);
  const accounts = [...new Set(found.map(([, account]) => account as string))];
  const days = found.map(([, , year, month, day]) => `${year}/${month}/${day}`).sort();
  const engine = await archiveEngine(looseFiles(folder), glueColumns());
  const [count] = (await engine.ask('SELECT count(*) AS events FROM organization_trail')).rows;
  const facts = {
    table: 'organization_trail',
    accounts,
    days: { from: days[0] as string, to: days.at(-1) as string },
    // The account lived in us-east-1: with another region governed, every question has something to find.
    governedRegions: ['ap-northeast-1'],
    inferenceRegions: ['ap-northeast-1'],
    logArchiveAccountId: accounts[0] as string,
    evidenceBuckets: ['no-bucket-of-the-sample'],
    breakGlassRolePrefix: 'stratus-red-team',
  };
  let answered = 0;
  for (const query of savedQueries) {
    const { columns, rows } = await engine.ask(query.sql(facts));
    answered += rows.length > 0 ? 1 : 0;
    console.log(`${String(rows.length).padStart(6)}  ${query.id}`);
    const faults = faultsOf(query, columns, rows);
    for (const fault of faults) console.error(`        ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
  console.log(`${answered} of ${savedQueries.length} questions have an answer in ${count?.events} events`);
  if (answered === 0) process.exitCode = 1;
  engine.close();
}

function faultsOf(query: SavedQuery, columns: readonly string[], rows: readonly Row[]): string[] {
  const promised = query.columns.map(({ name }) => name).join(', ');
  const empty = query.columns.filter(
    ({ name, mayBeEmpty }) => rows.length > 0 && !mayBeEmpty && rows.every((row) => row[name] === null),
  );
  return [
    ...(columns.join(', ') === promised ? [] : [`answers ${columns.join(', ')} instead of ${promised}`]),
    ...empty.map(({ name }) => `${name} is empty in every row`),
  ];
}

const [, , folder] = process.argv;
if (folder) void main(folder);
else {
  console.error('Which folder? npm run test:sample -- ../shared/data/cloudtrail');
  process.exitCode = 64;
}
