import { columns } from './columns';
import { inferenceProfile, model, modelCall, outcome, principal, ranIn } from './expressions';
import { partitions } from './partitions';
import type { LogFacts, SavedQuery } from './saved-query';
import { list } from './sql-text';

export const inferenceOutsideGeography: SavedQuery = {
  id: 'inference-outside-geography',
  title: {
    en: 'Models called from, or run in, a region that nobody approved',
    ja: '未承認リージョンでのモデルの呼び出し・実行',
  },
  question: {
    en: 'Which calls of a model were made outside the governed regions, or ran where no approved inference profile leads. Nothing is expected here but calls that were denied.',
    ja: '統制対象外のリージョンでの呼び出し、または承認済み推論プロファイルの範囲外で処理された呼び出し。拒否された呼び出し以外は何も出ないはずです。',
  },
  columns: [
    columns.eventTime,
    columns.account,
    columns.principal,
    columns.sourceIp,
    columns.region,
    columns.ranIn,
    columns.model,
    columns.inferenceProfile,
    columns.outcome,
  ],
  sql: (facts) => `SELECT
  eventtime AS event_time,
  account,
  ${principal} AS principal,
  sourceipaddress AS source_ip,
  awsregion AS aws_region,
  ${ranIn} AS ran_in,
  ${model} AS model,
  ${inferenceProfile} AS inference_profile,
  ${outcome} AS outcome
FROM ${facts.table}
WHERE ${partitions(facts)}
  AND ${modelCall}
  AND (${outside(facts)})
ORDER BY event_time, account, principal`,
};

function outside({ governedRegions, inferenceRegions }: LogFacts): string {
  const called = `awsregion NOT IN ${list(governedRegions)}`;
  if (inferenceRegions.length === 0) return called;
  const mayRunIn = [...new Set([...governedRegions, ...inferenceRegions])].sort();
  return `${called} OR ${ranIn} NOT IN ${list(mayRunIn)}`;
}
