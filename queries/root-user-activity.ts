import { columns } from './columns';
import { outcome, principal } from './expressions';
import { partitions } from './partitions';
import type { SavedQuery } from './saved-query';

/**
 * What AWS does in the name of the account, such as closing it, has the root user as its identity too and is left out.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html
 */
export const rootUserActivity: SavedQuery = {
  id: 'root-user-activity',
  title: { en: 'What root users did', ja: 'ルートユーザーの操作' },
  question: {
    en: 'Every call and sign-in of a root user, and every time somebody took the root rights of a member account (AssumeRoot).',
    ja: 'ルートユーザーによるすべての呼び出しとサインイン、およびメンバーアカウントのルート権限の取得（AssumeRoot）。',
  },
  columns: [
    columns.eventTime,
    columns.account,
    columns.principal,
    columns.service,
    columns.action,
    columns.region,
    columns.sourceIp,
    columns.outcome,
  ],
  sql: (facts) => `SELECT
  eventtime AS event_time,
  account,
  ${principal} AS principal,
  eventsource AS service,
  eventname AS action,
  awsregion AS aws_region,
  sourceipaddress AS source_ip,
  ${outcome} AS outcome
FROM ${facts.table}
WHERE ${partitions(facts)}
  AND (
    (useridentity.type = 'Root' AND useridentity.invokedby IS NULL AND eventtype <> 'AwsServiceEvent')
    OR (eventsource = 'sts.amazonaws.com' AND eventname = 'AssumeRoot')
  )
ORDER BY event_time, account, action`,
};
