import type { Text } from '../policies/policy';
import type { Range } from './range';

/** Something nobody knows before a deployment. All figures are per month. */
interface Assumption extends Range {
  readonly what: Text;
}

/** What an estimate assumes unless told otherwise: a small organization in its first year, with one assistant for a few hundred people. */
export const assumptions = {
  managementEvents: {
    low: 100_000,
    high: 500_000,
    what: { en: 'CloudTrail management events of an account', ja: 'アカウントごとの CloudTrail 管理イベント数' },
  },
  furtherRegionShare: {
    low: 0.1,
    high: 0.5,
    what: {
      en: 'share of events and changes in each further region',
      ja: '追加リージョンごとの、イベントと変更の割合',
    },
  },
  networkGigabytes: {
    low: 0,
    high: 1,
    what: {
      en: 'GB of flow, DNS and function network logs of an account and region',
      ja: 'アカウント・リージョンごとのフロー・DNS・関数ネットワークログ（GB）',
    },
  },
  s3Events: {
    low: 10_000,
    high: 500_000,
    what: { en: 'S3 data events of an account', ja: 'アカウントごとの S3 データイベント数' },
  },
  modelCalls: {
    low: 3_000,
    high: 20_000,
    what: { en: 'model calls of a workload in a region', ja: 'ワークロード・リージョンごとのモデル呼び出し数' },
  },
  kilobytesPerCall: {
    low: 4,
    high: 20,
    what: { en: 'KB of prompt and answer in a call', ja: '呼び出しごとのプロンプトと回答（KB）' },
  },
  textUnitsPerCall: {
    low: 2,
    high: 6,
    what: {
      en: 'text units of 1,000 characters a guardrail checks in a call',
      ja: '呼び出しごとにガードレールが検査するテキスト単位（1,000 文字）',
    },
  },
  roles: {
    low: 20,
    high: 60,
    what: { en: 'IAM roles and users of an account', ja: 'アカウントごとの IAM ロールとユーザーの数' },
  },
  otherFunctions: {
    low: 0,
    high: 10,
    what: {
      en: 'functions of a workload beyond the baseline',
      ja: 'ワークロードごとの、ベースライン以外の関数の数',
    },
  },
  securityChecks: {
    low: 1_000,
    high: 4_000,
    what: {
      en: 'checks of Security Hub CSPM in an account and region, where it works alone',
      ja: 'Security Hub CSPM を単独で使う場合の、アカウント・リージョンごとのチェック数',
    },
  },
  configurationItems: {
    low: 200,
    high: 1_500,
    what: {
      en: 'changes AWS Config records in an account, where the baseline records',
      ja: 'ベースラインが記録する場合の、アカウントごとの AWS Config 設定項目数',
    },
  },
  instances: {
    low: 0,
    high: 0,
    what: { en: 'EC2 instances of a workload', ja: 'ワークロードごとの EC2 インスタンス数' },
  },
  images: {
    low: 0,
    high: 0,
    what: { en: 'container images of a workload', ja: 'ワークロードごとのコンテナイメージ数' },
  },
  otherBuckets: {
    low: 0,
    high: 10,
    what: { en: 'S3 buckets of a workload', ja: 'ワークロードごとの S3 バケット数' },
  },
  inspectedGigabytes: {
    low: 0,
    high: 5,
    what: { en: 'GB Macie inspects in an account', ja: 'アカウントごとに Macie が検査するデータ（GB）' },
  },
  trailFiles: {
    low: 1_000,
    high: 18_000,
    what: {
      en: 'files the trail writes for an account and region',
      ja: 'アカウント・リージョンごとに証跡が書くファイル数',
    },
  },
  storedMonths: {
    low: 1,
    high: 12,
    what: { en: 'months of logs that are stored already', ja: 'すでに保存されているログの月数' },
  },
  queriedGigabytes: {
    low: 0,
    high: 100,
    what: { en: 'GB Athena scans in the log archive', ja: 'Athena がログアーカイブで読むデータ（GB）' },
  },
} as const satisfies Record<string, Assumption>;

export type AssumptionName = keyof typeof assumptions;
export type Assumed = Readonly<Record<AssumptionName, Range>>;

export const assumptionNames = Object.keys(assumptions) as readonly AssumptionName[];

/** The defaults, with some replaced. */
export function assume(replaced: Partial<Assumed> = {}): Assumed {
  return Object.fromEntries(
    assumptionNames.map((name) => {
      const { low, high } = replaced[name] ?? assumptions[name];
      return [name, { low, high }];
    }),
  ) as unknown as Assumed;
}
