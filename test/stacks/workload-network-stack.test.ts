import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { halvesOf } from '../../config/network-addresses';
import type { OrganizationInput } from '../../config/organization-schema';
import { WorkloadNetworkStack } from '../../stacks/workload-network-stack';
import { baselineProps } from '../helpers/example';

function templateOf(overrides: Partial<OrganizationInput> = {}, answersSlack = true): Template {
  const baseline = baselineProps('workload', undefined, { profile: 'regulated', ...overrides });
  const stack = new WorkloadNetworkStack(new App(), 'assistant-network', {
    ...baseline,
    subnetCidrs: halvesOf(baseline.organization.privateNetwork.cidr),
    answersSlack,
  });
  return Template.fromStack(stack);
}

const template = templateOf();
const resources = (type: string, from = template) => Object.entries(from.findResources(type));
const idOf = (type: string, prefix: string) => resources(type).find(([id]) => id.startsWith(prefix))?.[0] as string;
const servicesOf = (from: Template) =>
  resources('AWS::EC2::VPCEndpoint', from)
    .map(([, { Properties }]) => `${Properties.VpcEndpointType} ${Properties.ServiceName.split('.').at(-1)}`)
    .sort();

describe('the private network', () => {
  test('has no way to the internet, and none back', () => {
    for (const type of [
      'InternetGateway',
      'NatGateway',
      'EIP',
      'VPCGatewayAttachment',
      'Route',
      'VPCPeeringConnection',
    ]) {
      template.resourceCountIs(`AWS::EC2::${type}`, 0);
    }
    template.allResourcesProperties('AWS::EC2::Subnet', { MapPublicIpOnLaunch: false });
  });

  test('is two subnets in the first two zones of the account, without asking for them when it is synthesized', () => {
    const subnets = resources('AWS::EC2::Subnet').map(([, { Properties }]) => Properties);
    expect(subnets.map(({ CidrBlock }) => CidrBlock)).toEqual(['10.100.0.0/25', '10.100.0.128/25']);
    expect(subnets.map(({ AvailabilityZone }) => AvailabilityZone)).toEqual(
      [0, 1].map((index) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] })),
    );
  });

  test('is where the configuration says, with the addresses it says', () => {
    const other = templateOf({ privateNetwork: { cidr: '192.168.4.0/26', zones: ['a', 'd'] } });
    const subnets = resources('AWS::EC2::Subnet', other).map(([, { Properties }]) => Properties);
    expect(subnets.map(({ CidrBlock }) => CidrBlock)).toEqual(['192.168.4.0/27', '192.168.4.32/27']);
    expect(subnets.map(({ AvailabilityZone }) => AvailabilityZone)).toEqual(['ap-northeast-1a', 'ap-northeast-1d']);
  });

  test('lets functions reach endpoints by TLS, and nothing reach functions', () => {
    const functions = idOf('AWS::EC2::SecurityGroup', 'NetworkFunctions');
    const [, { Properties: ofFunctions }] = resources('AWS::EC2::SecurityGroup').find(([id]) => id === functions) ?? [
      '',
      {},
    ];
    expect(ofFunctions.SecurityGroupIngress).toBeUndefined();
    expect(ofFunctions.SecurityGroupEgress).toMatchObject([{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }]);
    const endpoints = idOf('AWS::EC2::SecurityGroup', 'NetworkEndpoints');
    const [, { Properties: ofEndpoints }] = resources('AWS::EC2::SecurityGroup').find(([id]) => id === endpoints) ?? [
      '',
      {},
    ];
    expect(ofEndpoints.SecurityGroupIngress).toMatchObject([
      { FromPort: 443, ToPort: 443, SourceSecurityGroupId: { Ref: functions } },
    ]);
    expect(ofEndpoints.SecurityGroupEgress).toMatchObject([{ CidrIp: '255.255.255.255/32' }]);
    template.resourceCountIs('AWS::EC2::SecurityGroup', 2);
    template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
    template.resourceCountIs('AWS::EC2::SecurityGroupEgress', 0);
  });

  test('has doors for what the functions call and the configuration adds, and for nothing else', () => {
    expect(servicesOf(template)).toEqual([
      'Gateway dynamodb',
      'Interface kms',
      'Interface lambda',
      'Interface logs',
      'Interface secretsmanager',
      'Interface sqs',
      'Interface sts',
    ]);
    expect(servicesOf(templateOf({ privateNetwork: { furtherEndpoints: [] } }))).toEqual([
      'Gateway dynamodb',
      'Interface lambda',
      'Interface logs',
      'Interface sqs',
    ]);
    expect(servicesOf(templateOf({ privateNetwork: { furtherEndpoints: [] } }, false))).toEqual([
      'Gateway dynamodb',
      'Interface logs',
    ]);
  });

  test('lets nothing pass a door that is not of the account and the organization', () => {
    for (const [, { Properties }] of resources('AWS::EC2::VPCEndpoint')) {
      for (const statement of Properties.PolicyDocument.Statement) {
        expect(statement).toMatchObject({
          Effect: 'Allow',
          Condition: {
            StringEquals: { 'aws:PrincipalAccount': '444455556666', 'aws:PrincipalOrgID': 'o-exampleorg1' },
          },
        });
      }
    }
  });

  test('answers to the names of the services, behind the group of the endpoints, in both zones', () => {
    const interfaces = resources('AWS::EC2::VPCEndpoint').filter(([, { Properties }]) => Properties.SubnetIds);
    expect(interfaces).toHaveLength(6);
    for (const [, { Properties }] of interfaces) {
      expect(Properties).toMatchObject({
        PrivateDnsEnabled: true,
        SubnetIds: [expect.anything(), expect.anything()],
        SecurityGroupIds: [{ Ref: idOf('AWS::EC2::SecurityGroup', 'NetworkEndpoints') }],
      });
    }
    template.hasResourceProperties('AWS::EC2::VPC', { EnableDnsSupport: true, EnableDnsHostnames: true });
  });
});

describe('the flow log', () => {
  test('records what passed and what was refused, encrypted, as long as the class of the organization says', () => {
    template.hasResourceProperties('AWS::EC2::FlowLog', {
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      ResourceId: { Ref: idOf('AWS::EC2::VPC', 'Network') },
      LogGroupName: { Ref: idOf('AWS::Logs::LogGroup', 'Flows') },
    });
    template.hasResource('AWS::Logs::LogGroup', {
      DeletionPolicy: 'Retain',
      Properties: {
        LogGroupName: '/example/network/flows',
        RetentionInDays: 1827,
        KmsKeyId: { 'Fn::GetAtt': [idOf('AWS::KMS::Key', 'Key'), 'Arn'] },
      },
    });
  });

  test('is written by flow logs of this account and region only', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      Path: '/example/',
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': '444455556666' },
              ArnLike: { 'aws:SourceArn': Match.anyValue() },
            },
          }),
        ],
      },
    });
  });
});

test('the network is handed over in parameters, and exports nothing', () => {
  const names = resources('AWS::SSM::Parameter').map(([, { Properties }]) => Properties.Name);
  expect(names.sort()).toEqual(
    ['endpoints-group', 'first-subnet', 'functions-group', 'second-subnet', 'vpc'].map(
      (name) => `/example/network/${name}`,
    ),
  );
  expect(template.toJSON().Outputs).toBeUndefined();
});
