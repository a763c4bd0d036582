import { EventField, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import type { Language } from './localized-text';

/**
 * A message in the one form that both chat and mail can take: Amazon Q Developer in chat applications drops a message that has another,
 * and a mail shows it as it is. Values that people or services have written stand alone, because EventBridge replaces them inside a
 * sentence without escaping; only ids, regions and severities are put into one.
 *
 * https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
function notification(content: unknown, threadId: string): RuleTargetInput {
  return RuleTargetInput.fromObject({ version: '1.0', source: 'custom', content, metadata: { threadId } });
}

interface Finding {
  readonly severity: string;
  readonly account: string;
  readonly region: string;
  readonly id: string;
}

const words = {
  en: {
    title: ({ severity, account, region }: Finding) => `${severity}: finding in account ${account}, ${region}`,
    look: (link: string) => `Look at it: ${link}`,
    ask: (command: string) => `Read it all: ${command}`,
  },
  ja: {
    title: ({ severity, account, region }: Finding) =>
      `重要度 ${severity}：アカウント ${account}（${region}）の検出結果`,
    look: (link: string) => `確認する: ${link}`,
    ask: (command: string) => `詳細を読む: ${command}`,
  },
} as const;

/**
 * What people read about a finding: how severe, where, what, and the one link and the one command that come next. Both go to the
 * region that aggregates findings, in the account that administers Security Hub.
 *
 * @param what the field that says what happened: a control's `Title`, GuardDuty's `Description`
 */
export function findingMessage(language: Language, homeRegion: string, what: 'Title' | 'Description'): RuleTargetInput {
  const field = (name: string) => EventField.fromPath(`$.detail.findings[0].${name}`);
  const finding = {
    severity: field('Severity.Label'),
    account: field('AwsAccountId'),
    region: field('Region'),
    id: field('Id'),
  };
  const text = words[language];
  const console = `https://${homeRegion}.console.aws.amazon.com/securityhub/home?region=${homeRegion}`;
  // The shorthand of the AWS CLI: quotation marks inside the message would end its strings.
  const command = `aws securityhub get-findings --region ${homeRegion} --filters Id=[{Value=${finding.id},Comparison=EQUALS}]`;
  return notification(
    {
      textType: 'client-markdown',
      title: text.title(finding),
      description: field(what),
      nextSteps: [
        text.look(`${console}#/findings?search=Id%3D%255Coperator%255C%253AEQUALS%255C%253A${finding.id}`),
        text.ask(command),
      ],
    },
    finding.id,
  );
}

/** The message that the function of the management account has written. */
export function trailMessage(): RuleTargetInput {
  const payload = (name: string) => EventField.fromPath(`$.detail.responsePayload.${name}`);
  return notification(payload('content'), payload('threadId'));
}
