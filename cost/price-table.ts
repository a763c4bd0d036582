/**
 * How sure a price is. `high`: AWS's price list or price page, as quoted on the date by a source that names it. `medium`: a secondary source of
 * the date, or a price AWS has not changed for years and no dated source was found for. `low`: not found; the range is a guess that is wide
 * on purpose.
 */
export type Confidence = 'high' | 'medium' | 'low';

/** One price: what a unit costs in a region, in US dollars. */
export interface Price {
  readonly id: string;
  readonly unit: string;
  /** `*` where AWS charges the same everywhere. */
  readonly region: string;
  readonly low: number;
  /** Default: as `low`, the price is known. */
  readonly high?: number;
  /** The page of AWS that has it. */
  readonly source: string;
  /** Month of the quotation, YYYY-MM. */
  readonly date: string;
  readonly confidence: Confidence;
}

type Row = readonly [
  id: string,
  unit: string,
  region: string,
  price: number | readonly [low: number, high: number],
  source: string,
  date: string,
  confidence: Confidence,
];

/**
 * List prices, without free tiers, trials and discounts. The first tier of each; an organization that reaches the second pays less.
 * A price AWS does not quote for a region is missing here, see `priceIn`.
 */
const rows: readonly Row[] = [
  ['access-analyzer-unused', 'role or user', '*', 0.2, 'iam/access-analyzer/pricing', '2026-08', 'medium'],
  ['athena-scan', 'GB', '*', 0.005, 'athena/pricing', '2026-08', 'medium'],
  ['cloudtrail-data-events', '100,000 events', '*', 0.1, 'cloudtrail/pricing', '2026-09', 'medium'],
  ['cloudwatch-alarm', 'alarm', '*', 0.1, 'cloudwatch/pricing', '2026-07', 'high'],
  ['cloudwatch-dashboard', 'dashboard', '*', 3, 'cloudwatch/pricing', '2026-06', 'medium'],
  ['cloudwatch-metric', 'metric', '*', 0.3, 'cloudwatch/pricing', '2026-07', 'high'],
  ['cloudwatch-logs-ingestion', 'GB', 'us-east-1', 0.5, 'cloudwatch/pricing', '2026-06', 'medium'],
  ['cloudwatch-logs-ingestion', 'GB', 'ap-northeast-1', 0.76, 'cloudwatch/pricing', '2026-07', 'high'],
  ['cloudwatch-logs-storage', 'GB and month', 'us-east-1', 0.03, 'cloudwatch/pricing', '2026-06', 'medium'],
  ['cloudwatch-logs-storage', 'GB and month', 'ap-northeast-1', 0.033, 'cloudwatch/pricing', '2026-07', 'high'],
  ['config-item', 'configuration item', '*', 0.003, 'config/pricing', '2026-08', 'medium'],
  ['guardduty-management-events', 'million events', 'us-east-1', 4, 'guardduty/pricing', '2026-08', 'high'],
  ['guardduty-management-events', 'million events', 'ap-northeast-1', 4.72, 'guardduty/pricing', '2026-08', 'high'],
  ['guardduty-network-logs', 'GB', 'us-east-1', 1, 'guardduty/pricing', '2026-08', 'high'],
  ['guardduty-network-logs', 'GB', 'ap-northeast-1', 1.18, 'guardduty/pricing', '2026-08', 'high'],
  ['guardduty-s3-events', 'million events', 'us-east-1', 0.8, 'guardduty/pricing', '2026-08', 'high'],
  // AWS bills GB of events; nobody quotes the rate yet.
  ['guardduty-ai-events', 'GB', '*', [0.25, 10], 'guardduty/pricing', '2026-11', 'low'],
  ['guardrail-content-filters', '1,000 text units', '*', 0.15, 'bedrock/pricing', '2026-05', 'medium'],
  ['guardrail-personal-data', '1,000 text units', '*', 0.1, 'bedrock/pricing', '2026-05', 'medium'],
  // Whether the Essentials plan of Security Hub includes code scanning is not said; alone it was 0.60 more than packages.
  ['inspector-code-scanning', 'function', '*', [0, 0.6], 'inspector/pricing', '2026-08', 'low'],
  ['inspector-function', 'function', '*', 0.3, 'inspector/pricing', '2026-08', 'medium'],
  ['inspector-image', 'image', '*', 0.09, 'inspector/pricing', '2026-08', 'medium'],
  ['inspector-instance', 'instance', 'us-east-1', 1.2528, 'inspector/pricing', '2026-08', 'medium'],
  ['kms-key', 'key', '*', 1, 'kms/pricing', '2026-08', 'high'],
  ['macie-bucket', 'bucket', '*', 0.1, 'macie/pricing', '2026-08', 'medium'],
  ['macie-inspection', 'GB', 'us-east-1', 1, 'macie/pricing', '2026-08', 'medium'],
  // Of each zone. What a GB costs on top, a cent, is nothing for text. The dated sources found for Tokyo contradict each other.
  ['privatelink-endpoint', 'hour', 'us-east-1', 0.01, 'privatelink/pricing', '2026-05', 'medium'],
  ['s3-requests', '1,000 requests', 'us-east-1', 0.005, 's3/pricing', '2026-08', 'medium'],
  ['s3-requests', '1,000 requests', 'ap-northeast-1', 0.0047, 's3/pricing', '2026-08', 'medium'],
  ['s3-storage', 'GB and month', 'us-east-1', 0.023, 's3/pricing', '2026-08', 'medium'],
  ['s3-storage', 'GB and month', 'ap-northeast-1', 0.025, 's3/pricing', '2026-07', 'high'],
  // The first 100,000 of an account and region in a month.
  ['security-hub-check', 'check', '*', 0.001, 'security-hub/cspm/pricing', '2026-08', 'medium'],
  ['security-hub-unit', 'resource unit', 'us-east-1', 3.75, 'security-hub/pricing', '2026-08', 'high'],
];

export const priceTable: readonly Price[] = rows.map(([id, unit, region, price, page, date, confidence]) => ({
  id,
  unit,
  region,
  ...(typeof price === 'number' ? { low: price } : { low: price[0], high: price[1] }),
  source: `https://aws.amazon.com/${page}/`,
  date,
  confidence,
}));
