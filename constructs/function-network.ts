import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** Where in a network a function runs. */
export interface FunctionNetwork {
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
}

/**
 * What Lambda does with the role of a function to attach it to its network. The code of the function may not: its requests carry the
 * key `lambda:SourceFunctionArn`, those of Lambda do not.
 *
 * Describing works on all resources or none, and AWS says to name all interfaces for the rest.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 * https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
export function attachToNetwork({ partition, region, account }: Stack): readonly PolicyStatement[] {
  const conditions = { Null: { 'lambda:SourceFunctionArn': 'true' } };
  return [
    new PolicyStatement({
      sid: 'LambdaAttaches',
      actions: [
        'ec2:AssignPrivateIpAddresses',
        'ec2:CreateNetworkInterface',
        'ec2:DeleteNetworkInterface',
        'ec2:UnassignPrivateIpAddresses',
      ],
      resources: [`arn:${partition}:ec2:${region}:${account}:*/*`],
      conditions,
    }),
    new PolicyStatement({
      sid: 'LambdaLooks',
      actions: ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'],
      resources: ['*'],
      conditions,
    }),
  ];
}
