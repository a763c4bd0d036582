import { columns } from './columns';
import { model, modelCall, principal } from './expressions';
import { partitions } from './partitions';
import type { SavedQuery } from './saved-query';

export const bedrockUseByDay: SavedQuery = {
  id: 'bedrock-use-by-day',
  title: { en: 'Use of Amazon Bedrock per account and day', ja: 'アカウント・日ごとの Amazon Bedrock 利用' },
  question: {
    en: 'How often each model was called in each account on each day, by how many principals, and how often in vain.',
    ja: '各アカウントで、日ごとに各モデルが何回、何人のプリンシパルから呼ばれ、何回失敗したか。',
  },
  columns: [
    columns.account,
    { name: 'day', meaning: { en: 'Day, in UTC', ja: '日付（UTC）' } },
    columns.model,
    columns.calls,
    columns.failed,
    { name: 'principals', meaning: { en: 'How many different principals', ja: '異なるプリンシパルの数' } },
  ],
  sql: (facts) => `SELECT
  account,
  day,
  ${model} AS model,
  count(*) AS calls,
  sum(CASE WHEN errorcode IS NULL THEN 0 ELSE 1 END) AS failed,
  count(DISTINCT ${principal}) AS principals
FROM ${facts.table}
WHERE ${partitions(facts)}
  AND ${modelCall}
GROUP BY 1, 2, 3
ORDER BY account, day, calls DESC, model`,
};
