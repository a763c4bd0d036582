import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

export interface EmptySecretProps {
  readonly secretName: string;
  /** What it is and where its value comes from; shown in the console. */
  readonly description: string;
  readonly encryptionKey: IKey;
}

/**
 * A secret without a value: a person sets it, so that it is never in a template, a parameter or a shell of the pipeline. Kept with
 * its value when the stack is deleted. $0.40 a month.
 *
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/create_secret.html
 */
export class EmptySecret extends Construct {
  readonly secretArn: string;

  constructor(scope: Construct, id: string, { secretName, description, encryptionKey }: EmptySecretProps) {
    super(scope, id);
    const secret = new CfnSecret(this, 'Secret', { name: secretName, description, kmsKeyId: encryptionKey.keyArn });
    secret.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.secretArn = secret.ref;
  }
}
