import { columns } from './columns';
import { outcome, principal } from './expressions';
import { partitions } from './partitions';
import type { SavedQuery } from './saved-query';
import { list } from './sql-text';

/**
 * Services without regions, which record their calls in one region whatever the caller chose.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events
 */
const globalServices = [
  ...['account', 'artifact', 'billing', 'budgets', 'ce', 'cloudfront', 'cur', 'globalaccelerator', 'health', 'iam'],
  ...['organizations', 'route53', 'route53domains', 'savingsplans', 'shield', 'signin', 'sts', 'support'],
  ...['sustainability', 'tax', 'trustedadvisor'],
].map((service) => `${service}.amazonaws.com`);

export const callsOutsideGovernedRegions: SavedQuery = {
  id: 'calls-outside-governed-regions',
  title: { en: 'Calls outside the governed regions', ja: '統制対象リージョン外の呼び出し' },
  question: {
    en: 'Who called what in a region that nobody governs, and was it denied. Services without regions and calls that AWS services make on their own are left out.',
    ja: '統制対象外のリージョンで誰が何を呼び出し、拒否されたか。リージョンを持たないサービスと、AWS サービス自身による呼び出しは除きます。',
  },
  columns: [
    columns.account,
    columns.region,
    columns.service,
    columns.action,
    columns.principal,
    columns.sourceIp,
    columns.outcome,
    columns.calls,
    columns.first,
    columns.last,
  ],
  sql: (facts) => `SELECT
  account,
  awsregion AS aws_region,
  eventsource AS service,
  eventname AS action,
  ${principal} AS principal,
  sourceipaddress AS source_ip,
  ${outcome} AS outcome,
  count(*) AS calls,
  min(eventtime) AS first_call,
  max(eventtime) AS last_call
FROM ${facts.table}
WHERE ${partitions(facts)}
  AND awsregion NOT IN ${list(facts.governedRegions)}
  AND eventtype = 'AwsApiCall'
  AND useridentity.type <> 'AWSService'
  AND useridentity.invokedby IS NULL
  AND eventsource NOT IN ${list(globalServices)}
GROUP BY 1, 2, 3, 4, 5, 6, 7
ORDER BY calls DESC, account, aws_region, service, action`,
};
