import { type IPrincipal, ServicePrincipal } from 'aws-cdk-lib/aws-iam';

/**
 * An AWS service that may act only on behalf of one account. Without the condition any customer's use of the service could borrow
 * the role or the resource (the confused deputy).
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function accountServicePrincipal(service: string, accountId: string): IPrincipal {
  return new ServicePrincipal(service, { conditions: { StringEquals: { 'aws:SourceAccount': accountId } } });
}
