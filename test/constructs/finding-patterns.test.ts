import { guardDutyPattern, securityHubPattern } from '../../constructs/finding-patterns';
import { eventMatches } from '../helpers/event-pattern';

const home = 'ap-northeast-1';

const guardDutyEvent = (finding: object) => ({
  source: 'aws.guardduty',
  'detail-type': 'GuardDuty Finding',
  detail: { severity: 2, type: 'Recon:EC2/PortProbeUnprotectedPort', service: { archived: false }, ...finding },
});

const securityHubEvent = (finding: object) => ({
  source: 'aws.securityhub',
  'detail-type': 'Security Hub Findings - Imported',
  detail: {
    findings: [
      {
        ProductName: 'Security Hub',
        Region: home,
        RecordState: 'ACTIVE',
        Workflow: { Status: 'NEW' },
        Severity: { Label: 'CRITICAL' },
        Types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
        ...finding,
      },
    ],
  },
});

/** The keys of a pattern of the CDK as EventBridge knows them. */
function tells({ source, detailType, detail }: typeof guardDutyPattern, event: object): boolean {
  return eventMatches({ source, 'detail-type': detailType, detail }, event);
}

describe('GuardDuty findings', () => {
  test.each([4, 5.5, 7, 9.5])('of severity %d are told', (severity) => {
    expect(tells(guardDutyPattern, guardDutyEvent({ severity }))).toBe(true);
  });

  test.each([1, 2, 3.9])('of severity %d are not', (severity) => {
    expect(tells(guardDutyPattern, guardDutyEvent({ severity }))).toBe(false);
  });

  test.each([
    'Impact:IAMUser/AnomalousModelInvocation',
    'Impact:IAMUser/CostHarvesting',
    'Impact:IAMUser/PromptInjection.Direct',
  ])('%s is told though AWS rates it low', (type) => {
    expect(tells(guardDutyPattern, guardDutyEvent({ severity: 2, type }))).toBe(true);
  });

  test('that somebody has archived are not told again', () => {
    expect(tells(guardDutyPattern, guardDutyEvent({ severity: 8, service: { archived: true } }))).toBe(false);
  });
});

describe('Security Hub findings', () => {
  const pattern = securityHubPattern(home);
  const told = (finding: object) => tells(pattern, securityHubEvent(finding));

  test.each(['CRITICAL', 'HIGH'])('that are %s are told', (Label) => {
    expect(told({ Severity: { Label } })).toBe(true);
  });

  test.each(['MEDIUM', 'LOW', 'INFORMATIONAL'])('that are %s are not', (Label) => {
    expect(told({ Severity: { Label } })).toBe(false);
  });

  test.each(['NOTIFIED', 'RESOLVED', 'SUPPRESSED'])('that somebody has marked %s are not told again', (Status) => {
    expect(told({ Workflow: { Status } })).toBe(false);
  });

  test('that are archived are not told', () => {
    expect(told({ RecordState: 'ARCHIVED' })).toBe(false);
  });

  test('of other regions are told', () => {
    expect(told({ Region: 'us-east-1' })).toBe(true);
  });

  test('of GuardDuty in this region are left to GuardDuty', () => {
    expect(told({ ProductName: 'GuardDuty' })).toBe(false);
  });

  test.each([
    ['HIGH', true],
    ['MEDIUM', true],
    ['LOW', false],
  ])('of GuardDuty in another region and %s: told is %s', (Label, expected) => {
    expect(told({ ProductName: 'GuardDuty', Region: 'us-east-1', Severity: { Label } })).toBe(expected);
  });

  test('of AI Protection in another region are told though AWS rates them low', () => {
    const finding = { ProductName: 'GuardDuty', Region: 'us-east-1', Severity: { Label: 'LOW' } };
    expect(told({ ...finding, Types: ['TTPs/Impact/Impact:IAMUser-PromptInjection.Direct'] })).toBe(true);
    expect(told({ ...finding, Types: ['TTPs/Discovery/Recon:EC2-PortProbeUnprotectedPort'] })).toBe(false);
  });
});
