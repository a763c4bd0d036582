import type { Text } from '../policies/policy';
import type { SavedQuery } from './saved-query';

const words = {
  en: {
    title: 'Questions to the log archive',
    other: '[日本語](queries.ja.md)',
    ask: 'How to ask',
    how: [
      'Each question is a saved query of Amazon Athena in the log archive account. Choose the workgroup `<name>-log-archive` in the console and open it',
      'under "Saved queries", or start it from a terminal with the credentials of that account:',
    ],
    notes: [
      'It looks at the last seven days, in UTC, in every region, and at the accounts in `config/organization.ts`. Change the condition on `day` for other days.',
      'An account that is not configured is not looked at: the table finds only accounts that the query names.',
      'Results are encrypted and go after 30 days. A query that would read more than 100 GB is cancelled; Athena bills about $5 per TB.',
      'Events arrive some 5 to 15 minutes after the call.',
    ],
    sql: 'Tests run the same SQL with DuckDB on log files in the layout of an organization trail. It uses only what both engines have, but for two functions that DuckDB calls differently: the tests define them under the names of Athena ([`queries/functions.ts`](../queries/functions.ts)).',
    column: 'Column',
    meaning: 'What it says',
  },
  ja: {
    title: 'ログアーカイブへの質問',
    other: '[English](queries.md)',
    ask: '使い方',
    how: [
      '各質問は、ログアーカイブアカウントの Amazon Athena に保存されたクエリです。コンソールでワークグループ `<名前>-log-archive` を選び、「保存したクエリ」から開きます。',
      'ターミナルからは、同じアカウントの認証情報で次のように実行できます。',
    ],
    notes: [
      '対象は直近 7 日間（UTC）、全リージョン、`config/organization.ts` にあるアカウントです。期間を変えるには `day` の条件を書き換えます。',
      '設定にないアカウントは対象外です。このテーブルは、クエリが指定したアカウントしか検索しません。',
      '結果は暗号化され、30 日後に消えます。100 GB を超えて読み取るクエリは中止されます。Athena の料金は 1 TB あたり約 5 ドルです。',
      'イベントは呼び出しから 5〜15 分ほどで届きます。',
    ],
    sql: 'テストでは、組織の証跡と同じ配置のログファイルに対して、同じ SQL を DuckDB で実行します。使うのは両エンジンに共通する構文だけで、DuckDB で名前が異なる 2 つの関数は、テスト側で Athena の名前で定義しています（[`queries/functions.ts`](../queries/functions.ts)）。',
    column: '列',
    meaning: '内容',
  },
} as const;

const commands = `\`\`\`sh
aws athena list-named-queries --work-group NAME-log-archive
aws athena get-named-query --named-query-id ID --query NamedQuery.QueryString --output text > query.sql
aws athena start-query-execution --work-group NAME-log-archive --query-string file://query.sql
\`\`\``;

/** The page that lists every question with its answer's columns. */
export function queryPage(queries: readonly SavedQuery[], language: keyof Text): string {
  const { title, other, ask, how, notes, sql, column, meaning } = words[language];
  const section = (query: SavedQuery) =>
    [
      `## ${query.title[language]}`,
      `[\`${query.id}\`](../queries/${query.id}.ts): ${query.question[language]}`,
      [
        `| ${column} | ${meaning} |`,
        '|---|---|',
        ...query.columns.map((one) => `| \`${one.name}\` | ${one.meaning[language]} |`),
      ].join('\n'),
    ].join('\n\n');
  return `${[
    `# ${title}`,
    other,
    `## ${ask}`,
    how.join('\n'),
    commands,
    notes.map((note) => `- ${note}`).join('\n'),
    sql,
    ...queries.map(section),
  ].join('\n\n')}\n`;
}
