import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { EncryptionKey } from '../constructs/encryption-key';
import { InterfaceEndpoint } from '../constructs/interface-endpoint';
import { NetworkFlowLog } from '../constructs/network-flow-log';
import { NetworkParameters } from '../constructs/network-parameters';
import { PrivateNetwork } from '../constructs/private-network';
import { type EndpointPolicyFacts, endpointPolicy } from '../policies/endpoint-policies';
import type { BaselineProps } from './baseline-props';

export interface WorkloadNetworkStackProps extends BaselineProps {
  /** The two halves of `privateNetwork.cidr`. */
  readonly subnetCidrs: readonly [first: string, second: string];
  /** Whether the assistant in Slack runs here, which reads a queue and posts through a function. */
  readonly answersSlack: boolean;
}

/**
 * The network in which the functions of a workload call Amazon Bedrock: no way to the internet, endpoints for what they call, and for what
 * the configuration adds, and a flow log.
 *
 * The endpoint of Amazon Bedrock is in the Bedrock stack, next to the guardrail that its policy names.
 */
export class WorkloadNetworkStack extends Stack {
  constructor(scope: Construct, id: string, props: WorkloadNetworkStackProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const { cidr, furtherEndpoints, zones } = organization.privateNetwork;
    const facts: EndpointPolicyFacts = {
      partition: this.partition,
      organizationId: organization.organizationId,
      accountId: this.account,
      region: this.region,
      auditLogGroup: names.auditLogGroup,
      posterFunction: names.assistantPoster,
      secrets: names.secrets,
    };

    const { key } = new EncryptionKey(this, 'Key', {
      description: 'Encrypts the flow log of the private network',
      alias: `alias/${organization.name}-network`,
      forLogGroups: true,
    });
    const { parts } = new PrivateNetwork(this, 'Network', {
      name: `${organization.name}-private`,
      cidr,
      subnetCidrs: props.subnetCidrs,
      ...(zones && { zones: [`${this.region}${zones[0]}`, `${this.region}${zones[1]}`] }),
      dynamoDbPolicy: endpointPolicy('dynamodb', facts),
    });
    const forSlack = props.answersSlack ? (['lambda', 'sqs'] as const) : [];
    for (const service of ['logs', ...forSlack, ...furtherEndpoints] as const) {
      new InterfaceEndpoint(this, service, { service, policy: endpointPolicy(service, facts), network: parts });
    }
    new NetworkFlowLog(this, 'Flows', {
      vpcId: parts.vpcId,
      logGroupName: `/${organization.name}/network/flows`,
      iamPath: names.iamPath,
      encryptionKey: key,
      retentionDays: organization.retentionDays,
    });
    new NetworkParameters(this, 'Parameters', { prefix: names.networkParameters, ...parts });
  }
}
