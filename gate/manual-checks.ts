import type { ManualCheckId, ManualEvidence } from '../config/manual-evidence';
import type { ManualCheck, Notice } from './gate-report';
import { type Day, daysBetween } from './waiver-life';

/** Evidence is good for a year; then somebody has to look again. */
const validDays = 365;

/** What no template can show and no check here claims: a person looks, after deployment. */
export const manualChecks: readonly (Pick<ManualCheck, 'what' | 'how'> & { readonly id: ManualCheckId })[] = [
  {
    id: 'alert-subscriptions-confirmed',
    what: {
      en: 'The alert contacts have confirmed their subscription; until then nothing reaches them',
      ja: 'アラートの連絡先が購読を確認済みである。確認するまで通知は届かない',
    },
    how: {
      en: 'SNS console, each alert topic: no subscription is "Pending confirmation".',
      ja: 'SNS コンソールで、各アラートトピックに「確認待ち」の購読がないことを見てください。',
    },
  },
  {
    id: 'identity-center-requires-mfa',
    what: {
      en: 'IAM Identity Center asks every person for a second factor',
      ja: 'IAM Identity Center が全員に多要素認証を求める',
    },
    how: {
      en: 'Identity Center console, Settings, Authentication; with an external identity provider, its own console. There is no API for it.',
      ja: 'Identity Center コンソールの「設定」→「認証」で確認してください（外部 IdP の場合はその管理画面）。API はありません。',
    },
  },
  {
    id: 'organization-policies-attached',
    what: {
      en: 'The policies are attached where the templates say, and nobody detached one by hand',
      ja: 'ポリシーがテンプレートどおりにアタッチされ、手作業で外されていない',
    },
    how: {
      en: 'aws organizations list-policies-for-target, for each organizational unit.',
      ja: '各 OU について aws organizations list-policies-for-target で確認してください。',
    },
  },
  {
    id: 'break-glass-tested',
    what: {
      en: 'The break-glass people have signed in once, and the alarm of it arrived',
      ja: '緊急用の担当者が一度サインインし、その警報が届いた',
    },
    how: {
      en: 'Do it together, once after deployment and once a year.',
      ja: 'デプロイ後に一度、その後は年に一度、一緒に試してください。',
    },
  },
];

/** The manual checks with what the configuration says of each. A day that has not come yet is no evidence. */
export function manualChecksOf(evidence: Partial<Record<ManualCheckId, ManualEvidence>>, today: Day): ManualCheck[] {
  return manualChecks.map((check) => {
    const found = evidence[check.id];
    return { ...check, state: stateOf(found, today), ...(found && { evidence: found }) };
  });
}

function stateOf(evidence: ManualEvidence | undefined, today: Day): ManualCheck['state'] {
  if (!evidence) return 'open';
  const age = daysBetween(evidence.checkedOn, today);
  if (age < 0) return 'open';
  return age > validDays ? 'outdated' : 'confirmed';
}

/** Tells which checks nobody has confirmed: the verdict knows nothing of them, and must not look as if it did. */
export function noticesOfManualChecks(checks: readonly ManualCheck[]): Notice[] {
  const waiting = checks.filter(({ state }) => state !== 'confirmed').map(({ id }) => id);
  if (waiting.length === 0) return [];
  return [
    {
      id: 'manual-checks-open',
      place: 'manualEvidence',
      message: {
        en: `${waiting.length} of ${checks.length} manual checks have no current evidence, and this verdict says nothing of them: ${waiting.join(', ')}`,
        ja: `手作業の確認 ${checks.length} 件のうち ${waiting.length} 件に有効な証跡がありません。この判定には含まれていません: ${waiting.join(', ')}`,
      },
    },
  ];
}
