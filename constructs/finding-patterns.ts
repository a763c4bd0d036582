import type { EventPattern } from 'aws-cdk-lib/aws-events';

/**
 * Findings of GuardDuty AI Protection. All have the default severity low, so severity alone would leave them out.
 *
 * https://docs.aws.amazon.com/guardduty/latest/ug/findings-ai-protection.html
 */
const aiProtectionFindings = ['AnomalousModelInvocation', 'CostHarvesting', 'PromptInjection.Direct'];

/** Findings of GuardDuty in this region that people should see: medium and up, and everything about AI. */
export const guardDutyPattern: EventPattern = {
  source: ['aws.guardduty'],
  detailType: ['GuardDuty Finding'],
  detail: {
    service: { archived: [false] },
    $or: [
      { severity: [{ numeric: ['>=', 4] }] },
      { type: aiProtectionFindings.map((name) => `Impact:IAMUser/${name}`) },
    ],
  },
};

/**
 * New findings of Security Hub CSPM that people should see. GuardDuty sends its findings of this region by itself, so Security Hub's
 * copy of them is left out; those of other regions arrive only by the aggregation, so they are told here.
 */
export function securityHubPattern(region: string): EventPattern {
  const guardDutyElsewhere = { ProductName: ['GuardDuty'], Region: [{ 'anything-but': [region] }] };
  return {
    source: ['aws.securityhub'],
    detailType: ['Security Hub Findings - Imported'],
    detail: {
      findings: {
        RecordState: ['ACTIVE'],
        Workflow: { Status: ['NEW'] },
        $or: [
          { ProductName: [{ 'anything-but': ['GuardDuty'] }], Severity: { Label: ['CRITICAL', 'HIGH'] } },
          { ...guardDutyElsewhere, Severity: { Label: ['CRITICAL', 'HIGH', 'MEDIUM'] } },
          { ...guardDutyElsewhere, Types: aiProtectionFindings.map((suffix) => ({ suffix })) },
        ],
      },
    },
  };
}
