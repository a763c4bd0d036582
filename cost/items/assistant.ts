import { guardrailProfileOf } from '../../config/guardrail-profiles';
import { baselineResourcesIn, endpointsIn } from '../baseline-resources';
import type { CostItem, Place } from '../cost-item';
import { exactly, product, type Range } from '../range';
import { hasAssistant } from './traffic';

const counted = ({ organization, account, region }: Place) => baselineResourcesIn(organization, account, region);
const zones = 2;
const hoursOfAMonth = 730;
const some = (count: number): Range | undefined => (count > 0 ? exactly(count) : undefined);

function textUnits({ assumed: { modelCalls, textUnitsPerCall } }: Place): Range {
  return product(modelCalls, textUnitsPerCall, exactly(1 / 1_000));
}

/** Filters for content need the tier that is evaluated in a geography. */
function filtersContent({ organization, region }: Place): boolean {
  return organization.bedrock.guardrailTier === 'standard' && guardrailProfileOf(region) !== undefined;
}

/** What the assistant and the resources of the baseline itself cost, models not counted. */
export const assistantItems: readonly CostItem[] = [
  {
    service: 'Bedrock Guardrails',
    what: { en: 'content filters', ja: 'コンテンツフィルター' },
    price: 'guardrail-content-filters',
    quantity: (place) => (hasAssistant(place) && filtersContent(place) ? textUnits(place) : undefined),
  },
  {
    service: 'Bedrock Guardrails',
    what: { en: 'personal data', ja: '個人データ' },
    price: 'guardrail-personal-data',
    quantity: (place) => (hasAssistant(place) ? textUnits(place) : undefined),
  },
  {
    service: 'PrivateLink',
    what: { en: 'endpoints of the private network', ja: 'プライベートネットワークのエンドポイント' },
    price: 'privatelink-endpoint',
    quantity: ({ organization, account, region }) =>
      some(endpointsIn(organization, account, region) * zones * hoursOfAMonth),
  },
  {
    service: 'CloudWatch',
    what: { en: 'flow log of the private network', ja: 'プライベートネットワークのフローログ' },
    price: 'cloudwatch-logs-ingestion',
    quantity: (place) =>
      endpointsIn(place.organization, place.account, place.region) > 0 ? place.assumed.networkGigabytes : undefined,
  },
  {
    service: 'KMS',
    what: { en: 'customer managed keys', ja: 'カスタマーマネージドキー' },
    price: 'kms-key',
    quantity: (place) => some(counted(place).keys),
  },
  {
    service: 'CloudWatch',
    what: { en: 'alarms', ja: 'アラーム' },
    price: 'cloudwatch-alarm',
    quantity: (place) => some(counted(place).alarms),
  },
  {
    service: 'CloudWatch',
    what: { en: 'metrics of dangerous changes', ja: '危険な変更のメトリクス' },
    price: 'cloudwatch-metric',
    // Billed in a month in which the change happens.
    quantity: (place) => {
      const { alarms } = counted(place);
      return place.account.name === 'management' && alarms > 0 ? { low: 0, high: alarms } : undefined;
    },
  },
  {
    service: 'CloudWatch',
    what: { en: 'dashboards', ja: 'ダッシュボード' },
    price: 'cloudwatch-dashboard',
    quantity: (place) => some(counted(place).dashboards),
  },
];
