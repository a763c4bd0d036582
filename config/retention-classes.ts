/**
 * How long evidence is kept, in days, and what asks for it. Every number is a value CloudWatch Logs accepts.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export interface RetentionClass {
  readonly days: number;
  /**
   * Days after which log files move to S3 Glacier Instant Retrieval, which Athena reads like any other and which bills at least 90 days.
   * Never to a class from which objects have to be restored first: queries would silently leave them out. Absent: not at all.
   * https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
   */
  readonly colderAfterDays: number | undefined;
  readonly basis: { readonly en: string; readonly ja: string };
}

export const retentionClasses = {
  personal: {
    days: 90,
    colderAfterDays: undefined,
    basis: { en: 'No rule asks for more; the cheapest class.', ja: '法令上の要求なし。もっとも安価な区分。' },
  },
  standard: {
    days: 400,
    colderAfterDays: 180,
    basis: { en: 'A year of history plus a month to look at it.', ja: '1 年分の履歴と、調べるための 1 か月。' },
  },
  'pci-dss': {
    days: 400,
    colderAfterDays: 180,
    basis: {
      en: 'PCI DSS 4.0.1, requirement 10.5.1: at least 12 months.',
      ja: 'PCI DSS 4.0.1 要件 10.5.1：12 か月以上。',
    },
  },
  'jp-3y': {
    days: 1096,
    colderAfterDays: 90,
    basis: {
      en: 'Limitation period of the Japanese unauthorized-access act: three years.',
      ja: '不正アクセス禁止法の公訴時効：3 年。',
    },
  },
  'jp-jsox': {
    days: 1827,
    colderAfterDays: 90,
    basis: {
      en: 'Internal-control records (J-SOX) are kept about as long as annual securities reports are open to inspection: five years.',
      ja: '内部統制（J-SOX）の記録は有価証券報告書の縦覧期間に合わせて 5 年。',
    },
  },
  hipaa: {
    days: 2192,
    colderAfterDays: 90,
    basis: {
      en: 'Common practice after 45 CFR 164.316(b)(2)(i): six years.',
      ja: '45 CFR 164.316(b)(2)(i) に基づく慣行：6 年。',
    },
  },
  'jp-7y': {
    days: 2557,
    colderAfterDays: 90,
    basis: {
      en: 'Limitation period of computer fraud in Japan, and tax books: seven years.',
      ja: '電子計算機使用詐欺罪の公訴時効、および税務帳簿：7 年。',
    },
  },
  'jp-10y': {
    days: 3653,
    colderAfterDays: 90,
    basis: { en: 'Accounting books under the Japanese Companies Act: ten years.', ja: '会社法の会計帳簿：10 年。' },
  },
} as const satisfies Record<string, RetentionClass>;

export type RetentionClassName = keyof typeof retentionClasses;

/** The retention periods CloudWatch Logs accepts, in days. */
export const logRetentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;
