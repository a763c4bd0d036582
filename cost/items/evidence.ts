import { everyAccount } from '../../config/resolve-organization';
import { hasTrailAlarms } from '../baseline-resources';
import type { CostItem, Place } from '../cost-item';
import { exactly, product, type Range } from '../range';
import { callGigabytes, compressedEventGigabytes, eventGigabytes, hasAssistant, isHome, monthsKept } from './traffic';

const isIn = (place: Place, kind: 'management' | 'log-archive') => place.account.name === kind && isHome(place);
/** Under AWS Control Tower the management events are in its own bucket. */
const keepsTheTrail = (place: Place) => isIn(place, 'log-archive') && !place.organization.controlTower;
const accountCount = ({ organization }: Place): Range => exactly(everyAccount(organization).length);
const inThousands = exactly(1 / 1_000);

/** What keeping evidence costs: the trail, the archive, the logs of the assistant. The first copy of management events is free. */
export const evidenceItems: readonly CostItem[] = [
  {
    service: 'CloudTrail',
    what: { en: 'Bedrock data events', ja: 'Bedrock のデータイベント' },
    price: 'cloudtrail-data-events',
    // One to three events tell of the guardrail in a call.
    quantity: (place) =>
      hasAssistant(place) && place.organization.services.bedrockDataEvents
        ? product(place.assumed.modelCalls, { low: 1, high: 3 }, exactly(1 / 100_000))
        : undefined,
  },
  {
    service: 'CloudWatch',
    what: { en: 'trail delivered for alarms', ja: 'アラーム用に配信する証跡' },
    price: 'cloudwatch-logs-ingestion',
    quantity: (place) =>
      isIn(place, 'management') && hasTrailAlarms(place.organization)
        ? product(eventGigabytes(place), accountCount(place))
        : undefined,
  },
  {
    service: 'CloudWatch',
    what: { en: 'prompts, answers, audit records', ja: 'プロンプト・回答・監査記録' },
    price: 'cloudwatch-logs-ingestion',
    quantity: (place) => (hasAssistant(place) ? callGigabytes(place) : undefined),
  },
  {
    service: 'CloudWatch',
    what: { en: 'their storage', ja: 'その保存' },
    price: 'cloudwatch-logs-storage',
    quantity: (place) =>
      hasAssistant(place)
        ? product(callGigabytes(place), monthsKept(place, place.organization.retentionDays))
        : undefined,
  },
  {
    service: 'S3',
    what: { en: 'the trail in the log archive', ja: 'ログアーカイブの証跡' },
    price: 's3-storage',
    quantity: (place) =>
      keepsTheTrail(place)
        ? product(
            compressedEventGigabytes(place),
            accountCount(place),
            monthsKept(place, place.organization.retentionDays),
          )
        : undefined,
  },
  {
    service: 'S3',
    what: { en: 'files of the trail', ja: '証跡のファイル書き込み' },
    price: 's3-requests',
    quantity: (place) =>
      keepsTheTrail(place)
        ? product(
            place.assumed.trailFiles,
            accountCount(place),
            exactly(place.organization.governedRegions.length),
            inThousands,
          )
        : undefined,
  },
  {
    service: 'Athena',
    what: { en: 'queries over the log archive', ja: 'ログアーカイブへのクエリ' },
    price: 'athena-scan',
    quantity: (place) => (isIn(place, 'log-archive') ? place.assumed.queriedGigabytes : undefined),
  },
];
