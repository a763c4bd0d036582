import type { ServiceSwitches } from '../config/profiles';

/**
 * The features of GuardDuty that every account of the organization has, by AWS's names.
 *
 * Lambda Protection and AI Protection watch what a Bedrock assistant is made of. The features for EC2, EKS, ECS and RDS stay off:
 * the accounts of this baseline run none of them.
 * https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html
 */
export function guardDutyFeaturesOf(services: ServiceSwitches): string[] {
  return ['LAMBDA_NETWORK_LOGS', 'AI_PROTECTION', ...(services.guardDutyS3Protection ? ['S3_DATA_EVENTS'] : [])];
}
