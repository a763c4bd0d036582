import { columns } from './columns';
import { principal } from './expressions';
import { partitions } from './partitions';
import type { SavedQuery } from './saved-query';

/** What the message says of the policy: `with an explicit deny in a …` or `because no … allows the … action`. */
const policyKind = `coalesce(
    nullif(regexp_extract(errormessage, '(?:explicit deny in an?|because no) ([A-Za-z -]*(?:policy|boundary))', 1), ''),
    'not said'
  )`;

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export const deniedCallsByPolicy: SavedQuery = {
  id: 'denied-calls-by-policy',
  title: {
    en: 'Denied calls, by the kind of policy that denied them',
    ja: '拒否された呼び出し（拒否したポリシーの種類別）',
  },
  question: {
    en: 'Who was denied what, and by which kind of policy: service control policy, permissions boundary, and so on. Some services do not say, and Amazon EC2 encodes its reason (aws sts decode-authorization-message).',
    ja: '誰が何を、どの種類のポリシー（サービスコントロールポリシー、アクセス許可の境界など）で拒否されたか。理由を記録しないサービスもあり、Amazon EC2 の理由はエンコードされています（aws sts decode-authorization-message で読めます）。',
  },
  columns: [
    { name: 'policy_kind', meaning: { en: 'Kind of policy, or not said', ja: 'ポリシーの種類、または not said' } },
    {
      name: 'denied_how',
      meaning: {
        en: 'explicit: a statement denies; implicit: none allows',
        ja: 'explicit は明示的な拒否、implicit は許可なし',
      },
    },
    {
      name: 'policy_arn',
      meaning: { en: 'The policy, where the message names it', ja: 'ポリシー（メッセージが示す場合）' },
      mayBeEmpty: true,
    },
    columns.account,
    columns.service,
    columns.action,
    columns.principal,
    columns.calls,
    columns.first,
    columns.last,
  ],
  sql: (facts) => `SELECT
  ${policyKind} AS policy_kind,
  CASE
    WHEN errormessage LIKE '%explicit deny%' THEN 'explicit'
    WHEN errormessage LIKE '%because no %' THEN 'implicit'
    ELSE 'not said'
  END AS denied_how,
  nullif(regexp_extract(errormessage, 'explicit deny in [^:]*: (arn:[^ ,]+)', 1), '') AS policy_arn,
  account,
  eventsource AS service,
  eventname AS action,
  ${principal} AS principal,
  count(*) AS calls,
  min(eventtime) AS first_call,
  max(eventtime) AS last_call
FROM ${facts.table}
WHERE ${partitions(facts)}
  AND (errorcode LIKE '%AccessDenied%' OR errorcode LIKE '%UnauthorizedOperation%' OR errorcode LIKE 'AuthorizationError%')
GROUP BY 1, 2, 3, 4, 5, 6, 7
ORDER BY calls DESC, policy_kind, account, service, action, principal`,
};
