import { columns } from './columns';
import { partitions } from './partitions';
import type { SavedQuery } from './saved-query';

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html */
export const consoleSignInWithoutMfa: SavedQuery = {
  id: 'console-sign-in-without-mfa',
  title: { en: 'Console sign-in without MFA', ja: 'MFA なしのコンソールサインイン' },
  question: {
    en: 'Which IAM or root users signed in to the console without a second factor. People who come through IAM Identity Center are asked for it there, and their sign-in to the console never shows it; they are left out.',
    ja: '多要素認証なしでコンソールにサインインした IAM ユーザーとルートユーザー。IAM Identity Center 経由の利用者はそちらで認証され、コンソール側の記録には現れないため対象外です。',
  },
  columns: [
    columns.eventTime,
    columns.account,
    { name: 'user_type', meaning: { en: 'IAMUser or Root', ja: 'IAMUser または Root' } },
    columns.principal,
    columns.sourceIp,
    { name: 'user_agent', meaning: { en: 'Browser', ja: 'ブラウザー' } },
  ],
  sql: (facts) => `SELECT
  eventtime AS event_time,
  account,
  useridentity.type AS user_type,
  coalesce(useridentity.arn, useridentity.username) AS principal,
  sourceipaddress AS source_ip,
  useragent AS user_agent
FROM ${facts.table}
WHERE ${partitions(facts)}
  AND eventsource = 'signin.amazonaws.com'
  AND eventname = 'ConsoleLogin'
  AND useridentity.type IN ('IAMUser', 'Root')
  AND json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Success'
  AND coalesce(json_extract_scalar(additionaleventdata, '$.MFAUsed'), 'No') <> 'Yes'
ORDER BY event_time, account, principal`,
};
