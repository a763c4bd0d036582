import { columns } from './columns';
import { outcome, principal } from './expressions';
import { partitions } from './partitions';
import type { SavedQuery } from './saved-query';
import { list } from './sql-text';

/** Calls that change what protects the use of models. https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html */
const changes = [
  ...['CreateGuardrail', 'CreateGuardrailVersion', 'UpdateGuardrail', 'DeleteGuardrail'],
  ...['PutEnforcedGuardrailConfiguration', 'DeleteEnforcedGuardrailConfiguration'],
  ...['PutModelInvocationLoggingConfiguration', 'DeleteModelInvocationLoggingConfiguration'],
  ...['PutAccountDataRetention', 'PutResourcePolicy', 'DeleteResourcePolicy'],
];

export const bedrockSafeguardChanges: SavedQuery = {
  id: 'bedrock-safeguard-changes',
  title: {
    en: 'Changes of guardrails, invocation logging and data retention',
    ja: 'ガードレール・呼び出しログ・データ保持の変更',
  },
  question: {
    en: 'Who changed, or tried to change, a guardrail, the record of prompts, or how long models keep what they see.',
    ja: 'ガードレール、プロンプトの記録、モデルによるデータ保持を、誰が変更した（しようとした）か。',
  },
  columns: [
    columns.eventTime,
    columns.account,
    columns.region,
    columns.action,
    columns.principal,
    columns.sourceIp,
    columns.outcome,
    columns.request,
  ],
  sql: (facts) => `SELECT
  eventtime AS event_time,
  account,
  awsregion AS aws_region,
  eventname AS action,
  ${principal} AS principal,
  sourceipaddress AS source_ip,
  ${outcome} AS outcome,
  requestparameters AS request
FROM ${facts.table}
WHERE ${partitions(facts)}
  AND eventsource = 'bedrock.amazonaws.com'
  AND eventname IN ${list(changes)}
ORDER BY event_time, account, action`,
};
