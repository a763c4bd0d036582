import type { EventPattern } from 'aws-cdk-lib/aws-events';

/**
 * Findings of GuardDuty AI Protection. All have the default severity low, so severity alone would leave them out.
 *
 * https://docs.aws.amazon.com/guardduty/latest/ug/findings-ai-protection.html
 */
const aiProtectionFindings = ['AnomalousModelInvocation', 'CostHarvesting', 'PromptInjection.Direct'];

/** A finding that nobody has been told of: Security Hub CSPM sends an event whenever anything about a finding changes. */
const untold = { RecordState: ['ACTIVE'], Workflow: { Status: ['NEW'] } };

function imported(findings: object): EventPattern {
  return {
    source: ['aws.securityhub'],
    detailType: ['Security Hub Findings - Imported'],
    detail: { findings: { ...untold, ...findings } },
  };
}

/**
 * New findings of Security Hub CSPM, of Inspector, Macie and whatever else reports to it, that are critical or high. They come from
 * every account and every region that is aggregated.
 */
export const securityHubPattern = imported({
  ProductName: [{ 'anything-but': ['GuardDuty'] }],
  Severity: { Label: ['CRITICAL', 'HIGH'] },
});

/**
 * New findings of GuardDuty, medium and up, and everything AI Protection finds. Taken from Security Hub CSPM, which knows whether
 * people were told and has those of every region; GuardDuty itself repeats a finding that goes on every 15 minutes.
 *
 * https://docs.aws.amazon.com/guardduty/latest/ug/securityhub-integration.html
 */
export const guardDutyPattern = imported({
  ProductName: ['GuardDuty'],
  $or: [
    { Severity: { Label: ['CRITICAL', 'HIGH', 'MEDIUM'] } },
    { Types: aiProtectionFindings.map((suffix) => ({ suffix })) },
  ],
});

/**
 * What the management account saw in the organization trail and wrote for people: the result of its function, sent on by its event bus.
 * A result without content is one that repeats what was told.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function trailMessagePattern(functionArn: string): EventPattern {
  return {
    source: ['lambda'],
    detailType: ['Lambda Function Invocation Result - Success'],
    detail: {
      requestContext: { functionArn: [`${functionArn}:$LATEST`] },
      responsePayload: { content: { title: [{ exists: true }] } },
    },
  };
}
