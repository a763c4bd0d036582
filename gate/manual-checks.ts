import type { ManualCheck } from './gate-report';

/** What no template can show and no check here claims: a person looks, after deployment. */
export const manualChecks: readonly ManualCheck[] = [
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
      en: 'Identity Center console, Settings, Authentication; there is no API for it.',
      ja: 'Identity Center コンソールの「設定」→「認証」で確認してください。API はありません。',
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
