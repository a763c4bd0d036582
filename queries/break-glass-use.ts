import { columns } from './columns';
import { outcome, principal } from './expressions';
import { partitions } from './partitions';
import type { SavedQuery } from './saved-query';
import { literal } from './sql-text';

export const breakGlassUse: SavedQuery = {
  id: 'break-glass-use',
  title: { en: 'What was done with break-glass rights', ja: '緊急用（break-glass）権限での操作' },
  question: {
    en: 'Every call with the break-glass permission set, for the review that follows each use.',
    ja: '緊急用の許可セットによるすべての呼び出し。利用後の確認に使います。',
  },
  columns: [
    columns.eventTime,
    columns.account,
    columns.principal,
    columns.sourceIp,
    columns.region,
    columns.service,
    columns.action,
    { name: 'read_only', meaning: { en: 'Whether it only read', ja: '読み取りのみか' } },
    columns.outcome,
    columns.request,
  ],
  sql: (facts) => `SELECT
  eventtime AS event_time,
  account,
  ${principal} AS principal,
  sourceipaddress AS source_ip,
  awsregion AS aws_region,
  eventsource AS service,
  eventname AS action,
  readonly AS read_only,
  ${outcome} AS outcome,
  requestparameters AS request
FROM ${facts.table}
WHERE ${partitions(facts)}
  AND starts_with(useridentity.sessioncontext.sessionissuer.username, ${literal(facts.breakGlassRolePrefix)})
ORDER BY event_time, account, service, action`,
};
