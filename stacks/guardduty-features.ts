import type { ServiceSwitches } from '../config/profiles';
import type { DesiredGuardDutyOrganization } from '../settings/guardduty-organization';

export type GuardDutyFeature = DesiredGuardDutyOrganization['features'][number];

/**
 * The features of GuardDuty that every account of the organization has, by AWS's names.
 *
 * Lambda Protection and AI Protection watch what a Bedrock assistant is made of. S3 Protection and Malware Protection for EC2 follow
 * their switches. The features for EKS, ECS, RDS and runtime monitoring stay off: the accounts of this baseline run none of them.
 * Malware Protection for S3 is not a feature of the organization: it is switched on bucket by bucket, where strangers upload.
 * https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html
 * https://docs.aws.amazon.com/guardduty/latest/ug/set-guardduty-auto-enable-preferences.html
 */
export function guardDutyFeaturesOf(services: ServiceSwitches): GuardDutyFeature[] {
  return [
    'LAMBDA_NETWORK_LOGS',
    'AI_PROTECTION',
    ...(services.guardDutyS3Protection ? (['S3_DATA_EVENTS'] as const) : []),
    ...(services.guardDutyMalwareProtection ? (['EBS_MALWARE_PROTECTION'] as const) : []),
  ];
}
