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

  /** What another stack of this account and region has published. */
  static published(scope: Construct, prefix: string): NetworkParts {
    const read = (part: keyof NetworkParts) =>
      StringParameter.valueForStringParameter(scope, `${prefix}/${names[part]}`);
    return {
      vpcId: read('vpcId'),
      firstSubnetId: read('firstSubnetId'),
      secondSubnetId: read('secondSubnetId'),
      functionsGroupId: read('functionsGroupId'),
      endpointsGroupId: read('endpointsGroupId'),
    };
  }
}

/** Where in the network functions run. */
export function functionNetworkOf({ firstSubnetId, secondSubnetId, functionsGroupId }: NetworkParts): FunctionNetwork {
  return { subnetIds: [firstSubnetId, secondSubnetId], securityGroupId: functionsGroupId };
}
