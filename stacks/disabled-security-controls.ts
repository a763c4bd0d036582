import type { Organization } from '../config/resolve-organization';
import { type GuardDutyFeature, guardDutyFeaturesOf } from './guardduty-features';
import { watchesTrail } from './watches-trail';

/** What decides which controls could only fail. */
type Decisions = Pick<Organization, 'services' | 'trail'>;

/** A control of Security Hub CSPM that could only fail, and why. */
export interface DisabledSecurityControl {
  readonly id: string;
  readonly reason: string;
}

interface SecurityControlOfPlan extends DisabledSecurityControl {
  readonly disabledWhen: (decisions: Decisions) => boolean;
}

/**
 * Controls of the enabled standards that ask for something the organization has decided against. A finding that nobody will ever
 * repair hides the ones that matter, so each of them is off as long as the decision stands, and no longer.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html
 */
const securityControlsOfPlans: readonly SecurityControlOfPlan[] = [
  {
    id: 'CloudTrail.5',
    reason: 'The trail is not delivered to CloudWatch Logs (services.trailAlarms, trail)',
    disabledWhen: (decisions) => !watchesTrail(decisions),
  },
  {
    id: 'GuardDuty.5',
    reason: 'No EKS clusters: EKS Protection is off',
    disabledWhen: withoutGuardDutyFeature('EKS_AUDIT_LOGS'),
  },
  {
    id: 'GuardDuty.6',
    reason: 'Lambda Protection is off',
    disabledWhen: withoutGuardDutyFeature('LAMBDA_NETWORK_LOGS'),
  },
  {
    id: 'GuardDuty.7',
    reason: 'No EKS clusters: Runtime Monitoring is off',
    disabledWhen: withoutGuardDutyFeature('RUNTIME_MONITORING'),
  },
  {
    id: 'GuardDuty.8',
    reason: 'Malware Protection for EC2 is off (services.guardDutyMalwareProtection)',
    disabledWhen: withoutGuardDutyFeature('EBS_MALWARE_PROTECTION'),
  },
  {
    id: 'GuardDuty.9',
    reason: 'No RDS databases: RDS Protection is off',
    disabledWhen: withoutGuardDutyFeature('RDS_LOGIN_EVENTS'),
  },
  {
    id: 'GuardDuty.10',
    reason: 'S3 Protection is off (services.guardDutyS3Protection)',
    disabledWhen: withoutGuardDutyFeature('S3_DATA_EVENTS'),
  },
  {
    id: 'GuardDuty.11',
    reason: 'No EC2, ECS or EKS workloads: Runtime Monitoring is off',
    disabledWhen: withoutGuardDutyFeature('RUNTIME_MONITORING'),
  },
  {
    id: 'GuardDuty.12',
    reason: 'No ECS clusters: Runtime Monitoring is off',
    disabledWhen: withoutGuardDutyFeature('RUNTIME_MONITORING'),
  },
  {
    id: 'GuardDuty.13',
    reason: 'No EC2 instances: Runtime Monitoring is off',
    disabledWhen: withoutGuardDutyFeature('RUNTIME_MONITORING'),
  },
  {
    id: 'IAM.28',
    reason:
      'The control does not count the analyzer of the organization, which covers every account in every governed region',
    disabledWhen: always,
  },
  {
    id: 'Inspector.1',
    reason: 'EC2 instances are not scanned (services.inspectorServers)',
    disabledWhen: ({ services }) => !services.inspectorServers,
  },
  {
    id: 'Inspector.2',
    reason: 'Container images are not scanned (services.inspectorServers)',
    disabledWhen: ({ services }) => !services.inspectorServers,
  },
  {
    id: 'Inspector.3',
    reason: 'The code of functions is not scanned, only their packages (services.inspectorCodeScanning)',
    disabledWhen: ({ services }) => !services.inspectorCodeScanning,
  },
  { id: 'Macie.1', reason: 'Macie is off (services.macie)', disabledWhen: ({ services }) => !services.macie },
  { id: 'Macie.2', reason: 'Macie is off (services.macie)', disabledWhen: ({ services }) => !services.macie },
  {
    id: 'S3.20',
    reason:
      'Only a root user can switch MFA delete on, and member accounts have no root credentials; evidence has Object Lock',
    disabledWhen: always,
  },
  {
    id: 'S3.22',
    reason: 'The trail does not record object-level writes of every bucket: $0.10 per 100,000 events',
    disabledWhen: always,
  },
  {
    id: 'S3.23',
    reason: 'The trail does not record object-level reads of every bucket: $0.10 per 100,000 events',
    disabledWhen: always,
  },
];

/** The controls that are off for an organization that has decided so. Pure; in the order of the table. */
export function disabledSecurityControls(decisions: Decisions): DisabledSecurityControl[] {
  return securityControlsOfPlans
    .filter(({ disabledWhen }) => disabledWhen(decisions))
    .map(({ id, reason }) => ({ id, reason }));
}

function always(): boolean {
  return true;
}

function withoutGuardDutyFeature(feature: GuardDutyFeature): (decisions: Decisions) => boolean {
  return ({ services }) => !guardDutyFeaturesOf(services).includes(feature);
}
