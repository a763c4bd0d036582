import { Stack } from 'aws-cdk-lib';
import { CfnVPCEndpoint } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { PolicyDocument } from '../policies/policy';
import type { NetworkParts } from './network-parameters';

export interface InterfaceEndpointProps {
  /** The last word of the endpoint's name, such as `sqs`. */
  readonly service: string;
  /** What may pass. */
  readonly policy: PolicyDocument;
  readonly network: Pick<NetworkParts, 'vpcId' | 'firstSubnetId' | 'secondSubnetId' | 'endpointsGroupId'>;
}

/**
 * The door of a private network to one service of AWS, in both zones, under the service's own name, with a policy of what may pass.
 * $0.01 an hour and zone in N. Virginia, about $15 a month, and a cent per GB.
 *
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export class InterfaceEndpoint extends Construct {
  constructor(scope: Construct, id: string, { service, policy, network }: InterfaceEndpointProps) {
    super(scope, id);
    new CfnVPCEndpoint(this, 'Endpoint', {
      serviceName: `com.amazonaws.${Stack.of(this).region}.${service}`,
      vpcEndpointType: 'Interface',
      vpcId: network.vpcId,
      subnetIds: [network.firstSubnetId, network.secondSubnetId],
      securityGroupIds: [network.endpointsGroupId],
      privateDnsEnabled: true,
      policyDocument: policy,
    });
  }
}
