import type { PermissionSet } from '../permission-set';

/** Reads costs, budgets and invoices. */
export const billingViewer: PermissionSet = {
  name: 'billing-viewer',
  title: {
    en: 'Reads costs, budgets and invoices',
    ja: 'コスト・予算・請求書を閲覧する',
  },
  why: {
    en: 'Whoever pays needs the numbers, not the right to change payment methods, which the Billing job function includes.',
    ja: '費用の負担者に必要なのは金額であり、支払い方法の変更権限（Billing ジョブ機能に含まれる）ではない。',
  },
  sessionDuration: 'PT4H',
  managedPolicies: ['AWSBillingReadOnlyAccess'],
  statements: () => [],
};
