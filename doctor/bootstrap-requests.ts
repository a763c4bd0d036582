import { globalServicesRegion } from '../config/regions';
import type { Organization } from '../config/resolve-organization';
import type { Place } from './places';
import type { Request } from './service-control-judge';

/**
 * What `cdk bootstrap` asks for in a place: one request for each service it makes something of.
 *
 * It is asked as the role AWS Organizations makes in every account, which is how an administrator reaches a new one.
 * https://github.com/aws/aws-cdk-cli/blob/main/packages/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml
 */
export function bootstrapRequests(organization: Organization, { account, region }: Place): readonly Request[] {
  const { partition, bootstrapQualifier: qualifier, organizationId } = organization;
  const arn = (service: string, resource: string) => `arn:${partition}:${service}:${region}:${account.id}:${resource}`;
  const named = (what: string) => `cdk-${qualifier}-${what}-${account.id}-${region}`;
  const request = (action: string, resource: string, requestedRegion = region): Request => ({
    action,
    resource,
    context: {
      'aws:requestedregion': requestedRegion,
      'aws:principalarn': `arn:${partition}:iam::${account.id}:role/OrganizationAccountAccessRole`,
      'aws:principalaccount': account.id,
      'aws:principalorgid': organizationId,
      'aws:principalisawsservice': 'false',
    },
  });
  return [
    request('cloudformation:CreateStack', arn('cloudformation', 'stack/CDKToolkit/*')),
    // IAM is global: AWS sees its requests in us-east-1.
    request('iam:CreateRole', `arn:${partition}:iam::${account.id}:role/${named('deploy-role')}`, globalServicesRegion),
    request('s3:CreateBucket', `arn:${partition}:s3:::${named('assets')}`),
    request('ecr:CreateRepository', arn('ecr', `repository/${named('container-assets')}`)),
    request('ssm:PutParameter', arn('ssm', `parameter/cdk-bootstrap/${qualifier}/version`)),
    // Only with a customer managed key.
    request('kms:CreateKey', '*'),
  ];
}
