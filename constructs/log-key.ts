import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { EncryptionKey } from './encryption-key';

export interface LogKeyProps {
  /** What writes the log groups; shown in the console. */
  readonly description: string;
  /** Name of the alias, `alias/…`. */
  readonly alias: string;
  /** Parameter that publishes the key's ARN to the other stacks of this account and region. */
  readonly parameterName: string;
}

/**
 * The key of the log groups that an account has in a region, published for the other stacks there: $1 a month, once.
 *
 * Log groups want the key's ARN, not its alias, and the ARN is not known before the key exists; so it is handed over in a parameter
 * that CloudFormation reads when the other stack is deployed.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export class LogKey extends Construct {
  readonly key: IKey;

  constructor(scope: Construct, id: string, props: LogKeyProps) {
    super(scope, id);
    this.key = new EncryptionKey(this, 'Key', {
      description: props.description,
      alias: props.alias,
      forLogGroups: true,
    }).key;
    new StringParameter(this, 'Parameter', {
      parameterName: props.parameterName,
      description: 'ARN of the key of the log groups of this account and region',
      stringValue: this.key.keyArn,
    });
  }

  /** The key that another stack of this account and region has published. */
  static published(scope: Construct, id: string, parameterName: string): IKey {
    return Key.fromKeyArn(scope, id, StringParameter.valueForStringParameter(scope, parameterName));
  }
}
