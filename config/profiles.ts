/**
 * Which Security Hub judges the accounts. Both check the same standards by the same configuration policy of Security Hub CSPM.
 *
 * - `unified`: Security Hub beside CSPM, by organization policy. It brings a configuration recorder of its own to every account and
 *   region, so that there is no AWS Config to set up, and includes CSPM's checks, Inspector and unused access in one price: about $3.75
 *   a month for each unit of 12 functions, 125 users and roles, 18 images or 1 instance. The cheaper choice for serverless accounts.
 * - `cspm`: Security Hub CSPM alone, with an AWS Config recorder of ours in every account and region, whose history goes to the log
 *   archive. Checks cost from $0.0010 each, recorded changes $0.003 each. For those whose auditors ask for the configuration history,
 *   or who pay for many instances and images.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-setup-prereqs.html
 */
export const securityHubChoices = ['unified', 'cspm'] as const;

export type SecurityHubChoice = (typeof securityHubChoices)[number];

/**
 * What a profile switches on. A profile is a starting point; `services` in the configuration overrides single switches.
 *
 * GuardDuty with Lambda Protection and AI Protection, Inspector, Security Hub, the organization trail and the policies are
 * part of every profile: they are the baseline. The switches below are what an organization may reasonably pay for or not.
 */
export interface ServiceSwitches {
  /** Security Hub with what it brings along, or Security Hub CSPM alone with AWS Config. See `securityHubChoices` for the prices. */
  readonly securityHub: SecurityHubChoice;
  /** Deliver the trail to CloudWatch Logs in the management account and alarm on dangerous changes. About $0.50 per GB. */
  readonly trailAlarms: boolean;
  /** Record Bedrock data events (guardrail verdicts, agents, knowledge bases). About $0.10 per 100,000 events. */
  readonly bedrockDataEvents: boolean;
  /** GuardDuty S3 Protection. About $0.80 per million S3 data events. */
  readonly guardDutyS3Protection: boolean;
  /** GuardDuty Malware Protection for EC2: scans the volumes of an instance that behaves oddly. $0.03 per GB scanned, nothing where there are no instances. */
  readonly guardDutyMalwareProtection: boolean;
  /** Inspector code scanning of Lambda functions, on top of package scanning. About $0.60 per function and month. */
  readonly inspectorCodeScanning: boolean;
  /** Inspector scanning of EC2 instances and ECR images. Costs nothing where there are none. */
  readonly inspectorServers: boolean;
  /** Report unused access. About $0.20 per role or user and month, in one region. The unified Security Hub includes its own report. */
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
    securityHub: 'unified',
    trailAlarms: false,
    bedrockDataEvents: false,
    guardDutyS3Protection: false,
    guardDutyMalwareProtection: false,
    inspectorCodeScanning: false,
    inspectorServers: false,
    unusedAccessAnalyzer: false,
    macie: false,
    privateNetwork: false,
  },
  small: {
    securityHub: 'unified',
    trailAlarms: true,
    bedrockDataEvents: true,
    guardDutyS3Protection: true,
    guardDutyMalwareProtection: true,
    inspectorCodeScanning: true,
    inspectorServers: true,
    unusedAccessAnalyzer: false,
    macie: false,
    privateNetwork: false,
  },
  regulated: {
    securityHub: 'cspm',
    trailAlarms: true,
    bedrockDataEvents: true,
    guardDutyS3Protection: true,
    guardDutyMalwareProtection: true,
    inspectorCodeScanning: true,
    inspectorServers: true,
    unusedAccessAnalyzer: true,
    macie: true,
    privateNetwork: true,
  },
} as const satisfies Record<string, ServiceSwitches>;

export type ProfileName = keyof typeof profiles;
