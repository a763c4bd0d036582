import { Duration, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { accountServicePrincipal } from './account-service-principal';
import { BaselineFunction } from './baseline-function';

export interface AssistantIngressProps {
  readonly roleName: string;
  /** IAM path of what is made here; the policies of the organization know the baseline's own roles and policies by it. */
  readonly iamPath: string;
  /** Name of the permissions boundary, which exists in the account already. */
  readonly permissionsBoundary: string;
  /** Bundled code of functions/assistant-ingress.ts. */
  readonly code: Code;
  readonly teamId: string;
  readonly appId: string;
  /** @default every channel the app is in */
  readonly channels?: readonly string[];
  readonly queue: IQueue;
  readonly signingSecretArn: string;
  /** Encrypts queue, secret and log. */
  readonly encryptionKey: IKey;
  /** Days the function's log is kept; it holds no text of people. */
  readonly logRetentionDays: number;
}

/**
 * The function that takes what Slack sends: it can read one secret and put messages into one queue, and cannot reach Amazon Bedrock.
 *
 * https://docs.slack.dev/authentication/verifying-requests-from-slack/
 */
export class AssistantIngress extends Construct {
  readonly ingress: BaselineFunction;

  constructor(scope: Construct, id: string, props: AssistantIngressProps) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    const role = new Role(this, 'Role', {
      roleName: props.roleName,
      path: props.iamPath,
      description: 'Puts questions from Slack into the queue of the assistant',
      assumedBy: accountServicePrincipal('lambda.amazonaws.com', account),
      permissionsBoundary: ManagedPolicy.fromManagedPolicyName(this, 'Boundary', props.permissionsBoundary),
    });
    this.ingress = new BaselineFunction(this, 'Ingress', {
      description: 'Takes events from Slack, checks their signature and puts questions into the queue',
      code: props.code,
      iamPath: props.iamPath,
      role,
      logKey: props.encryptionKey,
      logRetention: props.logRetentionDays,
      // Slack has given up after three seconds.
      timeout: Duration.seconds(5),
      // Processor time comes with memory, and somebody waits for the first answer.
      memorySize: 512,
      statements: [
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [props.queue.queueArn] }),
        new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [props.signingSecretArn] }),
        new PolicyStatement({
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: [props.encryptionKey.keyArn],
          conditions: {
            StringEquals: {
              'kms:ViaService': [`secretsmanager.${region}.amazonaws.com`, `sqs.${region}.amazonaws.com`],
            },
          },
        }),
      ],
      environment: {
        SLACK_TEAM_ID: props.teamId,
        SLACK_APP_ID: props.appId,
        ...(props.channels && { SLACK_CHANNELS: props.channels.join(',') }),
        QUEUE_URL: props.queue.queueUrl,
        SIGNING_SECRET_ARN: props.signingSecretArn,
      },
    });
  }
}
