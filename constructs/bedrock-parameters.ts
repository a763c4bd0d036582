import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';

/** What other stacks need of Amazon Bedrock in an account and region. */
export interface BedrockParts {
  /** The key of prompts, answers and audit records. */
  readonly keyArn: string;
  readonly guardrailId: string;
  readonly guardrailVersion: string;
  /** Tells people; alarms whose names begin as those of the Bedrock stack may publish. */
  readonly alertTopicArn: string;
}

export interface BedrockParametersProps extends BedrockParts {
  /** Begins the names of the parameters, with a leading slash. */
  readonly prefix: string;
}

const names = {
  keyArn: 'key',
  guardrailId: 'guardrail-id',
  guardrailVersion: 'guardrail-version',
  alertTopicArn: 'alert-topic',
} as const satisfies Record<keyof BedrockParts, string>;

/**
 * Hands the key, guardrail and alarm topic of an account and region over to the stacks that use them, in parameters that
 * CloudFormation reads when those are deployed. Standard parameters cost nothing.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
 */
export class BedrockParameters extends Construct {
  constructor(scope: Construct, id: string, props: BedrockParametersProps) {
    super(scope, id);
    for (const part of Object.keys(names) as (keyof BedrockParts)[]) {
      new StringParameter(this, part, {
        parameterName: `${props.prefix}/${names[part]}`,
        description: `Amazon Bedrock in this region: ${names[part]}`,
        stringValue: props[part],
      });
    }
  }

  /** What another stack of this account and region has published. */
  static published(scope: Construct, prefix: string): BedrockParts {
    const read = (part: keyof BedrockParts) =>
      StringParameter.valueForStringParameter(scope, `${prefix}/${names[part]}`);
    return {
      keyArn: read('keyArn'),
      guardrailId: read('guardrailId'),
      guardrailVersion: read('guardrailVersion'),
      alertTopicArn: read('alertTopicArn'),
    };
  }
}
