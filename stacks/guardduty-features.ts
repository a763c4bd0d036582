import type { ServiceSwitches } from '../config/profiles';
import type { DesiredGuardDutyOrganization } from '../settings/guardduty-organization';

export type GuardDutyFeature = DesiredGuardDutyOrganization['features'][number];

/**
 * The features of GuardDuty that every account of the organization has, by AWS's names.
 *
 * Lambda Protection and AI Protection watch what a Bedrock assistant is made of. The features for EC2, EKS, ECS and RDS stay off:
 * the accounts of this baseline run none of them.
 * https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html
 */
export function guardDutyFeaturesOf(services: ServiceSwitches): GuardDutyFeature[] {
  const always: GuardDutyFeature[] = ['LAMBDA_NETWORK_LOGS', 'AI_PROTECTION'];
  return services.guardDutyS3Protection ? [...always, 'S3_DATA_EVENTS'] : always;
}
