import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { EncryptionKey } from './encryption-key';

export interface AccountKeyProps {
  /** Name of the organization; starts the alias. */
  readonly organizationName: string;
  /** Parameter that publishes the key's ARN to the other stacks of this account and region. */
  readonly parameterName: string;
}

/**
 * The key of the log groups and alarm topics of an account in a region, published for the other stacks there: $1 a month, once.
 *
 * Log groups want the key's ARN, not its alias, and the ARN is not known before the key exists; so it is handed over in a parameter
 * that CloudFormation reads when the other stack is deployed.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export class AccountKey extends Construct {
  readonly key: IKey;

  constructor(scope: Construct, id: string, props: AccountKeyProps) {
    super(scope, id);
    this.key = new EncryptionKey(this, 'Key', {
      description: 'Log groups and alarm topics of this account in this region',
      alias: `alias/${props.organizationName}-account`,
      forLogGroups: true,
      forTopics: true,
    }).key;
    new StringParameter(this, 'Parameter', {
      parameterName: props.parameterName,
      description: 'ARN of the key of the log groups and alarm topics of this account and region',
      stringValue: this.key.keyArn,
    });
  }

  /** The key that another stack of this account and region has published. */
  static published(scope: Construct, id: string, parameterName: string): IKey {
    return Key.fromKeyArn(scope, id, StringParameter.valueForStringParameter(scope, parameterName));
  }
}
