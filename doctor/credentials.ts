import { defaultProvider } from '@aws-sdk/credential-provider-node';

/**
 * The usual chain of the AWS SDK: environment, profile, IAM Identity Center, container, instance. Only the last is given half a second
 * and one try, because outside of EC2 its address leads nowhere.
 *
 * https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 */
export function usualCredentials() {
  return defaultProvider({ timeout: 500, maxRetries: 0, ec2MetadataV1Disabled: true });
}
