import { Duration, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { accountServicePrincipal } from './account-service-principal';
import { BaselineFunction } from './baseline-function';

export interface AssistantPosterProps {
  readonly functionName: string;
  readonly roleName: string;
  /** IAM path of what is made here; the policies of the organization know the baseline's own roles and policies by it. */
  readonly iamPath: string;
  /** Name of the permissions boundary, which exists in the account already. */
  readonly permissionsBoundary: string;
  /** Bundled code of functions/assistant-poster.ts. */
  readonly code: Code;
  readonly botTokenArn: string;
  /** Encrypts secret and log. */
  readonly encryptionKey: IKey;
  /** Days the function's log is kept; it holds no text of people. */
  readonly logRetentionDays: number;
}

/**
 * The function that posts in Slack for a worker without a way to the internet. It can read one secret and do nothing else in AWS; the
 * worker calls it and waits.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-sync.html
 */
export class AssistantPoster extends Construct {
  readonly poster: BaselineFunction;

  constructor(scope: Construct, id: string, props: AssistantPosterProps) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    const role = new Role(this, 'Role', {
      roleName: props.roleName,
      path: props.iamPath,
      description: 'Posts the answers of the assistant in Slack',
      assumedBy: accountServicePrincipal('lambda.amazonaws.com', account),
      permissionsBoundary: ManagedPolicy.fromManagedPolicyName(this, 'Boundary', props.permissionsBoundary),
    });
    this.poster = new BaselineFunction(this, 'Poster', {
      functionName: props.functionName,
      description: 'Posts answers in Slack for the worker, which has no way to the internet',
      code: props.code,
      iamPath: props.iamPath,
      role,
      logKey: props.encryptionKey,
      logRetention: props.logRetentionDays,
      // Three attempts at the secret of two seconds each, and Slack's five. The worker waits longer.
      timeout: Duration.seconds(20),
      statements: [
        new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [props.botTokenArn] }),
        new PolicyStatement({
          actions: ['kms:Decrypt'],
          resources: [props.encryptionKey.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` } },
        }),
      ],
      environment: { BOT_TOKEN_ARN: props.botTokenArn },
    });
  }
}
