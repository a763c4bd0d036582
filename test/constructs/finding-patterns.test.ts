import type { EventPattern } from 'aws-cdk-lib/aws-events';
import { guardDutyPattern, securityHubPattern, trailMessagePattern } from '../../constructs/finding-patterns';
import { eventMatches } from '../helpers/event-pattern';
import { controlFinding, guardDutyFinding, imported, trailMessageResult } from '../helpers/events-of-alerts';

/** The keys of a pattern of the CDK as EventBridge knows them. */
function tells({ source, detailType, detail }: EventPattern, event: object): boolean {
  return eventMatches({ source, 'detail-type': detailType, detail }, event);
}

describe('findings of Security Hub', () => {
  const told = (finding: object) => tells(securityHubPattern, imported({ ...controlFinding, ...finding }));

  test.each(['CRITICAL', 'HIGH'])('that are %s are told', (Label) => {
    expect(told({ Severity: { Label } })).toBe(true);
  });

  test.each(['MEDIUM', 'LOW', 'INFORMATIONAL'])('that are %s are not', (Label) => {
    expect(told({ Severity: { Label } })).toBe(false);
  });

  test.each(['NOTIFIED', 'RESOLVED', 'SUPPRESSED'])('that are marked %s are not told again', (Status) => {
    expect(told({ Workflow: { Status } })).toBe(false);
  });

  test('that are archived are not told', () => {
    expect(told({ RecordState: 'ARCHIVED' })).toBe(false);
  });

  test.each(['ap-northeast-1', 'us-east-1'])('of %s are told: every region is aggregated', (Region) => {
    expect(told({ Region })).toBe(true);
  });

  test.each(['Inspector', 'Macie', 'IAM Access Analyzer'])('that %s reports are told', (ProductName) => {
    expect(told({ ProductName })).toBe(true);
  });

  test('of GuardDuty are left to the rule of GuardDuty: nothing is told twice', () => {
    expect(told({ ProductName: 'GuardDuty' })).toBe(false);
  });

  test('are not an event of another service or kind', () => {
    const event = imported(controlFinding);
    expect(tells(securityHubPattern, { ...event, 'detail-type': 'Security Hub Findings - Custom Action' })).toBe(false);
    expect(tells(securityHubPattern, { ...event, source: 'aws.guardduty' })).toBe(false);
  });
});

describe('findings of GuardDuty', () => {
  const told = (finding: object) => tells(guardDutyPattern, imported({ ...guardDutyFinding, ...finding }));

  test.each(['CRITICAL', 'HIGH', 'MEDIUM'])('that are %s are told', (Label) => {
    expect(told({ Severity: { Label } })).toBe(true);
  });

  test('that are LOW are not', () => {
    expect(told({ Severity: { Label: 'LOW' } })).toBe(false);
  });

  test.each(['AnomalousModelInvocation', 'CostHarvesting', 'PromptInjection.Direct'])(
    '%s is told though AWS rates it low',
    (name) => {
      expect(told({ Severity: { Label: 'LOW' }, Types: [`TTPs/Impact/Impact:IAMUser-${name}`] })).toBe(true);
    },
  );

  test.each(['NOTIFIED', 'SUPPRESSED'])('that go on are not told again once they are %s', (Status) => {
    expect(told({ Workflow: { Status } })).toBe(false);
  });

  test('of other products are not taken for findings of GuardDuty', () => {
    expect(tells(guardDutyPattern, imported(controlFinding))).toBe(false);
  });
});

describe('messages about the organization trail', () => {
  const functionArn = 'arn:aws:lambda:ap-northeast-1:111122223333:function:example-trail-messages';
  const pattern = trailMessagePattern(functionArn);

  test('are sent on when there is something to tell', () => {
    expect(tells(pattern, trailMessageResult(functionArn, { threadId: 't', content: { title: 'Changed' } }))).toBe(
      true,
    );
  });

  test('are not when everything was told before: the result is empty', () => {
    expect(tells(pattern, trailMessageResult(functionArn, {}))).toBe(false);
  });

  test('are not taken from another function of the account', () => {
    const other = trailMessageResult(`${functionArn}-of-others`, { content: { title: 'Changed' } });
    expect(tells(pattern, other)).toBe(false);
  });

  test('are not the failures of the function', () => {
    const result = trailMessageResult(functionArn, { content: { title: 'Changed' } });
    expect(tells(pattern, { ...result, 'detail-type': 'Lambda Function Invocation Result - Failure' })).toBe(false);
  });
});
