/**
 * What a profile switches on. A profile is a starting point; `services` in the configuration overrides single switches.
 *
 * GuardDuty with Lambda Protection and AI Protection, Inspector, Security Hub, the organization trail and the policies are
 * part of every profile: they are the baseline. The switches below are what an organization may reasonably pay for or not.
 */
export interface ServiceSwitches {
  /** Deliver the trail to CloudWatch Logs in the management account and alarm on dangerous changes. About $0.50 per GB. */
  readonly trailAlarms: boolean;
  /** Record Bedrock data events (guardrail verdicts, agents, knowledge bases). About $0.10 per 100,000 events. */
  readonly bedrockDataEvents: boolean;
  /** GuardDuty S3 Protection. About $0.80 per million S3 data events. */
  readonly guardDutyS3Protection: boolean;
  /** Inspector code scanning of Lambda functions, on top of package scanning. About $0.60 per function and month. */
  readonly inspectorCodeScanning: boolean;
  /** Inspector scanning of EC2 instances and ECR images. Costs nothing where there are none. */
  readonly inspectorServers: boolean;
  /** Report unused access. About $0.20 per role or user and month, in one region. */
  readonly unusedAccessAnalyzer: boolean;
  /** Macie sensitive-data discovery. About $0.10 per bucket and month, and $1 per GB inspected. */
  readonly macie: boolean;
  /**
   * The functions that call Amazon Bedrock run in a network without a way to the internet, behind VPC endpoints. With the seven endpoints
   * of `privateNetwork` about $105 to $165 a month for each workload and region.
   */
  readonly privateNetwork: boolean;
}

export const profiles = {
  personal: {
    trailAlarms: false,
    bedrockDataEvents: false,
    guardDutyS3Protection: false,
    inspectorCodeScanning: false,
    inspectorServers: false,
    unusedAccessAnalyzer: false,
    macie: false,
    privateNetwork: false,
  },
  small: {
    trailAlarms: true,
    bedrockDataEvents: true,
    guardDutyS3Protection: true,
    inspectorCodeScanning: true,
    inspectorServers: true,
    unusedAccessAnalyzer: false,
    macie: false,
    privateNetwork: false,
  },
  regulated: {
    trailAlarms: true,
    bedrockDataEvents: true,
    guardDutyS3Protection: true,
    inspectorCodeScanning: true,
    inspectorServers: true,
    unusedAccessAnalyzer: true,
    macie: true,
    privateNetwork: true,
  },
} as const satisfies Record<string, ServiceSwitches>;

export type ProfileName = keyof typeof profiles;
