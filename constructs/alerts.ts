import type { EventPattern, IEventBus, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { findingMessage, trailMessage } from './finding-messages';
import { guardDutyPattern, securityHubPattern, trailMessagePattern } from './finding-patterns';
import type { Language } from './localized-text';

export interface AlertOptions {
  /** Starts the names of the rules and of the alarm. */
  readonly namePrefix: string;
  readonly language: Language;
  /** Where the messages about the organization trail arrive. @default there are none */
  readonly trailMessages?: { readonly eventBus: IEventBus; readonly functionArn: string };
}

/** Something people are told of, as a rule of EventBridge. */
export interface Alert {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly pattern: EventPattern;
  readonly message: RuleTargetInput;
  /** @default the bus of AWS services */
  readonly eventBus?: IEventBus;
  /** Whether what is told is a finding, which is marked so that it is told once. */
  readonly isFinding: boolean;
}

/** The rules of the region that aggregates findings, in a fixed order. */
export function alertsOf({ namePrefix, language, trailMessages }: AlertOptions, region: string): Alert[] {
  const findings: Alert[] = [
    {
      id: 'SecurityHub',
      name: `${namePrefix}-security-hub-findings`,
      description: 'New findings of Security Hub CSPM, critical and high',
      pattern: securityHubPattern,
      message: findingMessage(language, region, 'Title'),
      isFinding: true,
    },
    {
      id: 'GuardDuty',
      name: `${namePrefix}-guardduty-findings`,
      description: 'New findings of GuardDuty, medium and up, and all of AI Protection',
      pattern: guardDutyPattern,
      message: findingMessage(language, region, 'Description'),
      isFinding: true,
    },
  ];
  if (!trailMessages) return findings;
  return [
    ...findings,
    {
      id: 'TrailMessages',
      name: `${namePrefix}-trail-messages`,
      description: 'Changes in the organization trail that people are told of',
      pattern: trailMessagePattern(trailMessages.functionArn),
      message: trailMessage(),
      eventBus: trailMessages.eventBus,
      isFinding: false,
    },
  ];
}
