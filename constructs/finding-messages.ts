import { EventField, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import type { Language } from './localized-text';

/**
 * The message as one JSON object whose keys are words for people. EventBridge would reject a text template when a description contains
 * a line break, and the finding would reach nobody.
 *
 * https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
 */
function message(language: Language, fields: Record<keyof (typeof words)['en'], string>): RuleTargetInput {
  const entries = Object.entries(fields) as [keyof typeof fields, string][];
  return RuleTargetInput.fromObject(
    Object.fromEntries(entries.map(([field, value]) => [words[language][field], value])),
  );
}

const words = {
  en: {
    what: 'What was found',
    description: 'Description',
    severity: 'Severity',
    account: 'Account',
    region: 'Region',
    finding: 'Finding',
    link: 'Look at it',
  },
  ja: {
    what: '検出内容',
    description: '説明',
    severity: '重要度',
    account: 'アカウント',
    region: 'リージョン',
    finding: '検出結果 ID',
    link: '確認する',
  },
} as const;

/** What people read about a finding of Security Hub CSPM, with a link to the region that aggregates findings. */
export function securityHubMessage(language: Language, region: string): RuleTargetInput {
  const field = (name: string) => EventField.fromPath(`$.detail.findings[0].${name}`);
  return message(language, {
    what: field('Title'),
    description: field('Description'),
    severity: field('Severity.Label'),
    account: field('AwsAccountId'),
    region: field('Region'),
    finding: field('Id'),
    link: `https://${region}.console.aws.amazon.com/securityhub/home?region=${region}#/findings`,
  });
}

/** What people read about a finding of GuardDuty, with a link to it. */
export function guardDutyMessage(language: Language): RuleTargetInput {
  const field = (name: string) => EventField.fromPath(`$.detail.${name}`);
  const region = EventField.fromPath('$.region');
  return message(language, {
    what: field('type'),
    description: field('description'),
    severity: field('severity'),
    account: field('accountId'),
    region,
    finding: field('id'),
    link: `https://console.aws.amazon.com/guardduty/home?region=${region}#/findings?search=id%3D${field('id')}`,
  });
}
