import { columns } from './columns';
import { outcome, principal } from './expressions';
import { partitions } from './partitions';
import type { SavedQuery } from './saved-query';

/**
 * https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/logging-cloudtrail-mantle.html (`callWithBearerToken` in the request parameters)
 */
export const bedrockApiKeyUse: SavedQuery = {
  id: 'bedrock-api-key-use',
  title: { en: 'API keys of Amazon Bedrock: made and used', ja: 'Amazon Bedrock の API キーの作成と利用' },
  question: {
    en: 'Who made, reset or used an API key of Amazon Bedrock. Nothing is expected here but calls that were denied.',
    ja: 'Amazon Bedrock の API キーを誰が作成・再発行・利用したか。拒否された呼び出し以外は何も出ないはずです。',
  },
  columns: [
    columns.eventTime,
    columns.account,
    columns.region,
    columns.service,
    columns.action,
    columns.principal,
    columns.sourceIp,
    columns.outcome,
  ],
  sql: (facts) => `SELECT
  eventtime AS event_time,
  account,
  awsregion AS aws_region,
  eventsource AS service,
  eventname AS action,
  ${principal} AS principal,
  sourceipaddress AS source_ip,
  ${outcome} AS outcome
FROM ${facts.table}
WHERE ${partitions(facts)}
  AND (
    (
      eventsource IN ('bedrock.amazonaws.com', 'bedrock-mantle.amazonaws.com')
      AND eventtype = 'AwsApiCall'
      AND (
        json_extract_scalar(additionaleventdata, '$.callWithBearerToken') = 'true'
        OR json_extract_scalar(requestparameters, '$.callWithBearerToken') = 'true'
      )
    )
    OR (
      eventsource = 'iam.amazonaws.com'
      AND eventname IN ('CreateServiceSpecificCredential', 'ResetServiceSpecificCredential', 'UpdateServiceSpecificCredential')
      AND coalesce(
        json_extract_scalar(requestparameters, '$.serviceName'),
        json_extract_scalar(responseelements, '$.serviceSpecificCredential.serviceName'),
        'bedrock'
      ) LIKE 'bedrock%'
    )
  )
ORDER BY event_time, account, action`,
};
