import { Fn, Stack } from 'aws-cdk-lib';
import {
  CfnRouteTable,
  CfnSecurityGroup,
  CfnSubnet,
  CfnSubnetRouteTableAssociation,
  CfnVPC,
  CfnVPCEndpoint,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { PolicyDocument } from '../policies/policy';
import type { NetworkParts } from './network-parameters';

export interface PrivateNetworkProps {
  /** Shown in the console. */
  readonly name: string;
  /** Addresses of the network, and of its two subnets. */
  readonly cidr: string;
  readonly subnetCidrs: readonly [first: string, second: string];
  /** Names of two availability zones. @default the first two of the account */
  readonly zones?: readonly [first: string, second: string];
  /** What may pass to DynamoDB. */
  readonly dynamoDbPolicy: PolicyDocument;
}

const https = { ipProtocol: 'tcp', fromPort: 443, toPort: 443 };

/**
 * A network for functions with no way to the internet, and none back: two subnets in two zones, no internet gateway, no NAT gateway, no
 * peer. The endpoint of DynamoDB is a route of it; those of other services are put into it by `InterfaceEndpoint`.
 *
 * The constructs of the CDK for networks would look zones up with credentials. Networks, subnets and the endpoint of DynamoDB are free.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export class PrivateNetwork extends Construct {
  readonly parts: NetworkParts;

  constructor(scope: Construct, id: string, props: PrivateNetworkProps) {
    super(scope, id);
    const tags = [{ key: 'Name', value: props.name }];
    const vpc = new CfnVPC(this, 'Vpc', {
      cidrBlock: props.cidr,
      // The names of the services lead to the endpoints.
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags,
    });
    const routes = new CfnRouteTable(this, 'Routes', { vpcId: vpc.ref, tags });
    const [firstSubnetId, secondSubnetId] = [this.subnet(props, vpc, routes, 0), this.subnet(props, vpc, routes, 1)];
    new CfnVPCEndpoint(this, 'DynamoDb', {
      serviceName: `com.amazonaws.${Stack.of(this).region}.dynamodb`,
      vpcEndpointType: 'Gateway',
      vpcId: vpc.ref,
      routeTableIds: [routes.ref],
      policyDocument: props.dynamoDbPolicy,
    });
    const functions = new CfnSecurityGroup(this, 'Functions', {
      groupDescription: 'Functions: reach endpoints, reached by nobody',
      vpcId: vpc.ref,
      // DynamoDB is behind public addresses, whose list has another id in each region. There is no route but to it and to the endpoints.
      securityGroupEgress: [{ ...https, cidrIp: '0.0.0.0/0', description: 'Endpoints, and DynamoDB by its route' }],
      tags,
    });
    const endpoints = new CfnSecurityGroup(this, 'Endpoints', {
      groupDescription: 'Endpoints: reached by functions, reach nobody',
      vpcId: vpc.ref,
      securityGroupIngress: [{ ...https, sourceSecurityGroupId: functions.ref, description: 'From functions' }],
      // Without a rule EC2 makes one that allows everything; this one allows nothing that exists.
      securityGroupEgress: [
        { ipProtocol: 'icmp', fromPort: 252, toPort: 86, cidrIp: '255.255.255.255/32', description: 'Nothing' },
      ],
      tags,
    });
    this.parts = {
      vpcId: vpc.ref,
      firstSubnetId,
      secondSubnetId,
      functionsGroupId: functions.ref,
      endpointsGroupId: endpoints.ref,
    };
  }

  private subnet(props: PrivateNetworkProps, vpc: CfnVPC, routes: CfnRouteTable, index: 0 | 1): string {
    const name = index === 0 ? 'FirstSubnet' : 'SecondSubnet';
    const subnet = new CfnSubnet(this, name, {
      vpcId: vpc.ref,
      cidrBlock: props.subnetCidrs[index],
      availabilityZone: props.zones?.[index] ?? Fn.select(index, Fn.getAzs()),
      mapPublicIpOnLaunch: false,
      tags: [{ key: 'Name', value: props.name }],
    });
    new CfnSubnetRouteTableAssociation(this, `${name}Routes`, { subnetId: subnet.ref, routeTableId: routes.ref });
    return subnet.ref;
  }
}
