import { recordedAccounts } from '../../config/recorded-accounts';
import { baselineResourcesIn } from '../baseline-resources';
import type { CostItem, Place } from '../cost-item';
import { exactly, product, type Range, sum } from '../range';
import { callGigabytes, hasAssistant, isGoverned, isHome, isWorkload, managementEvents } from './traffic';

const inMillions = exactly(1 / 1_000_000);

/** Functions of the account in every region: those of the baseline, and in a workload the others. */
function functions({ organization, account, assumed }: Place): Range {
  const regions = new Set([...organization.governedRegions, 'us-east-1']);
  const own = [...regions].reduce(
    (total, region) => total + baselineResourcesIn(organization, account, region).functions,
    0,
  );
  const isOfWorkload = organization.accounts.workloads.some(({ name }) => name === account.name);
  return isOfWorkload ? sum([exactly(own), assumed.otherFunctions]) : exactly(own);
}

/**
 * Resource units of the Essentials plan: 125 roles, 12 functions, 18 images or one instance are one. AWS does not say whether roles, which
 * are global, count once in an account or in every region; the range has both.
 */
function resourceUnits(place: Place): Range {
  const { roles, instances, images } = place.assumed;
  const inEveryRegion = { low: 1, high: place.organization.governedRegions.length };
  return sum([
    product(roles, inEveryRegion, exactly(1 / 125)),
    product(functions(place), exactly(1 / 12)),
    ...(isWorkload(place) ? [instances, product(images, exactly(1 / 18))] : []),
  ]);
}

const isUnified = ({ organization }: Place): boolean => organization.services.securityHub === 'unified';
const scansServers = (place: Place): boolean =>
  isHome(place) && isWorkload(place) && place.organization.services.inspectorServers;

/** What AWS Config records here for Security Hub CSPM. What is global is recorded at home only. */
function configurationItems(place: Place): Range | undefined {
  const { organization, account, assumed } = place;
  if (!isGoverned(place) || !recordedAccounts(organization).some(({ name }) => name === account.name)) return undefined;
  return isHome(place) ? assumed.configurationItems : product(assumed.configurationItems, assumed.furtherRegionShare);
}

/**
 * What watching costs. The plan of the unified Security Hub includes the checks, Inspector's packages, images and instances, and a recorder;
 * where Security Hub CSPM works alone, each of them is billed by the piece.
 */
export const detectionItems: readonly CostItem[] = [
  {
    service: 'GuardDuty',
    what: { en: 'management events', ja: '管理イベント' },
    price: 'guardduty-management-events',
    quantity: (place) => (isGoverned(place) ? product(managementEvents(place), inMillions) : undefined),
  },
  {
    service: 'GuardDuty',
    what: { en: 'flow, DNS and function network logs', ja: 'フロー・DNS・関数のネットワークログ' },
    price: 'guardduty-network-logs',
    quantity: (place) => (isGoverned(place) ? place.assumed.networkGigabytes : undefined),
  },
  {
    service: 'GuardDuty',
    what: { en: 'AI Protection', ja: 'AI Protection' },
    price: 'guardduty-ai-events',
    // An event has the size of its call, or less.
    quantity: (place) => (hasAssistant(place) ? product(callGigabytes(place), { low: 0.1, high: 1 }) : undefined),
  },
  {
    service: 'GuardDuty',
    what: { en: 'S3 Protection', ja: 'S3 Protection' },
    price: 'guardduty-s3-events',
    quantity: (place) =>
      isHome(place) && place.organization.services.guardDutyS3Protection
        ? product(place.assumed.s3Events, inMillions)
        : undefined,
  },
  {
    service: 'Security Hub',
    what: { en: 'Essentials plan, with Inspector', ja: 'Essentials プラン（Inspector を含む）' },
    price: 'security-hub-unit',
    quantity: (place) => (isHome(place) && isUnified(place) ? resourceUnits(place) : undefined),
  },
  {
    service: 'Security Hub',
    what: { en: 'checks of Security Hub CSPM', ja: 'Security Hub CSPM のチェック' },
    price: 'security-hub-check',
    quantity: (place) => (isGoverned(place) && !isUnified(place) ? place.assumed.securityChecks : undefined),
  },
  {
    service: 'Config',
    what: { en: 'recorded changes', ja: '記録する設定項目' },
    price: 'config-item',
    quantity: configurationItems,
  },
  {
    service: 'Inspector',
    what: { en: 'packages of functions', ja: '関数のパッケージのスキャン' },
    price: 'inspector-function',
    quantity: (place) => (isHome(place) && !isUnified(place) ? functions(place) : undefined),
  },
  {
    service: 'Inspector',
    what: { en: 'instances', ja: 'インスタンスのスキャン' },
    price: 'inspector-instance',
    quantity: (place) => (scansServers(place) && !isUnified(place) ? place.assumed.instances : undefined),
  },
  {
    service: 'Inspector',
    what: { en: 'container images', ja: 'コンテナイメージのスキャン' },
    price: 'inspector-image',
    quantity: (place) => (scansServers(place) && !isUnified(place) ? place.assumed.images : undefined),
  },
  {
    service: 'Inspector',
    what: { en: 'code scanning of functions', ja: '関数のコードスキャン' },
    price: 'inspector-code-scanning',
    quantity: (place) =>
      isHome(place) && place.organization.services.inspectorCodeScanning ? functions(place) : undefined,
  },
  {
    service: 'Access Analyzer',
    what: { en: 'unused access', ja: '未使用アクセス' },
    price: 'access-analyzer-unused',
    quantity: (place) =>
      isHome(place) && place.organization.services.unusedAccessAnalyzer ? place.assumed.roles : undefined,
  },
  {
    service: 'Macie',
    what: { en: 'buckets watched', ja: '監視するバケット' },
    price: 'macie-bucket',
    quantity: (place) => (hasMacie(place) ? buckets(place) : undefined),
  },
  {
    service: 'Macie',
    what: { en: 'data inspected', ja: '検査するデータ' },
    price: 'macie-inspection',
    quantity: (place) => (hasMacie(place) && isHome(place) ? place.assumed.inspectedGigabytes : undefined),
  },
];

function hasMacie(place: Place): boolean {
  return place.organization.services.macie && isGoverned(place);
}

function buckets(place: Place): Range {
  const own = exactly(baselineResourcesIn(place.organization, place.account, place.region).buckets);
  return isWorkload(place) && isHome(place) ? sum([own, place.assumed.otherBuckets]) : own;
}
