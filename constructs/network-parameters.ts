import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import type { FunctionNetwork } from './function-network';

/** What other stacks need of the network of an account and region. */
export interface NetworkParts {
  readonly vpcId: string;
  readonly firstSubnetId: string;
  readonly secondSubnetId: string;
  /** Of the functions: it reaches endpoints and nothing reaches it. */
  readonly functionsGroupId: string;
  /** Of the endpoints: the functions reach it. */
  readonly endpointsGroupId: string;
}

export interface NetworkParametersProps extends NetworkParts {
  /** Begins the names of the parameters, with a leading slash. */
  readonly prefix: string;
}

const names = {
  vpcId: 'vpc',
  firstSubnetId: 'first-subnet',
  secondSubnetId: 'second-subnet',
  functionsGroupId: 'functions-group',
  endpointsGroupId: 'endpoints-group',
} as const satisfies Record<keyof NetworkParts, string>;

/**
 * Hands the network of an account and region over to the stacks that use it, in parameters that CloudFormation reads when those are
 * deployed. Standard parameters cost nothing.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
 */
export class NetworkParameters extends Construct {
  constructor(scope: Construct, id: string, props: NetworkParametersProps) {
    super(scope, id);
    for (const part of Object.keys(names) as (keyof NetworkParts)[]) {
      new StringParameter(this, part, {
        parameterName: `${props.prefix}/${names[part]}`,
        description: `The private network of this region: ${names[part]}`,
        stringValue: props[part],
      });
    }
  }

  /** What another stack of this account and region has published. CloudFormation reads no more than what is asked for. */
  static published<Part extends keyof NetworkParts>(
    scope: Construct,
    prefix: string,
    parts: readonly Part[],
  ): Pick<NetworkParts, Part> {
    const read = (part: Part) =>
      [part, StringParameter.valueForStringParameter(scope, `${prefix}/${names[part]}`)] as const;
    return Object.fromEntries(parts.map(read)) as Pick<NetworkParts, Part>;
  }
}

/** Where in the network functions run. */
export function functionNetworkOf(network: Pick<NetworkParts, (typeof functionParts)[number]>): FunctionNetwork {
  return {
    subnetIds: [network.firstSubnetId, network.secondSubnetId],
    securityGroupId: network.functionsGroupId,
  };
}

/** What a function needs of a network. */
export const functionParts = ['firstSubnetId', 'secondSubnetId', 'functionsGroupId'] as const;
