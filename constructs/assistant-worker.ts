import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type Code, EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { BaselineFunction } from './baseline-function';
import type { FunctionNetwork } from './function-network';
import type { Language } from './localized-text';

export interface AssistantWorkerProps {
  /** IAM path of what is made here; the policies of the organization know the baseline's own roles and policies by it. */
  readonly iamPath: string;
  /** Bundled code of functions/assistant-worker.ts. */
  readonly code: Code;
  /** The role that may call Amazon Bedrock; the function runs with it. */
  readonly role: Role;
  readonly inferenceProfile: string;
  readonly foundationModel: string;
  readonly guardrailId: string;
  readonly guardrailVersion: string;
  readonly queue: IQueue;
  readonly claims: ITable;
  /** Which way it posts in Slack: itself, with the token of the bot, or through a function that holds it. */
  readonly posts: { readonly botTokenArn: string } | { readonly through: IFunction };
  /** The network to run in, which has no way to Slack. @default that of Lambda */
  readonly network?: FunctionNetwork;
  /** Where the function records who asked, when and what became of it. */
  readonly auditLogGroup: ILogGroup;
  readonly language: Language;
  /** Tokens a day, of everybody and of each person. */
  readonly dailyTokens: number;
  readonly dailyTokensPerUser: number;
  readonly logKey: IKey;
  /** Days the function's own log is kept; it holds no text of people. */
  readonly logRetentionDays: number;
}

/** The code gives up on Amazon Bedrock after half of it, so that there is always time for record and answer. */
export const workerTimeout = Duration.minutes(2);

/**
 * The function that answers questions: once each, through the guardrail, within the budget, and only when the audit record is on
 * file. Two at a time, without reserved concurrency: a reservation fails in a new account, whose quota is ten.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html#events-sqs-max-concurrency
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-account-endpoints.html
 */
export class AssistantWorker extends Construct {
  readonly worker: BaselineFunction;

  constructor(scope: Construct, id: string, props: AssistantWorkerProps) {
    super(scope, id);
    this.worker = new BaselineFunction(this, 'Worker', {
      description:
        'Answers questions from Slack through the guardrail and records who asked, when and what became of it',
      code: props.code,
      iamPath: props.iamPath,
      role: props.role,
      network: props.network,
      logKey: props.logKey,
      logRetention: props.logRetentionDays,
      timeout: workerTimeout,
      memorySize: 512,
      statements: [
        new PolicyStatement({
          actions: ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
          resources: [props.queue.queueArn],
        }),
        new PolicyStatement({
          // A transaction is allowed by the actions it is made of.
          actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
          resources: [props.claims.tableArn],
        }),
        mayPost(props.posts),
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [props.auditLogGroup.logGroupArn],
        }),
      ],
      environment: {
        INFERENCE_PROFILE: props.inferenceProfile,
        FOUNDATION_MODEL: props.foundationModel,
        GUARDRAIL_ID: props.guardrailId,
        GUARDRAIL_VERSION: props.guardrailVersion,
        AUDIT_LOG_GROUP: props.auditLogGroup.logGroupName,
        QUEUE_URL: props.queue.queueUrl,
        CLAIM_TABLE: props.claims.tableName,
        ...('through' in props.posts
          ? { POSTER_FUNCTION: props.posts.through.functionName }
          : { BOT_TOKEN_ARN: props.posts.botTokenArn }),
        LANGUAGE: props.language,
        DAILY_TOKENS: String(props.dailyTokens),
        DAILY_TOKENS_PER_USER: String(props.dailyTokensPerUser),
        // AWS says of the regional name of DynamoDB that it leads through a gateway endpoint, of the names by account nothing.
        ...(props.network && { AWS_ACCOUNT_ID_ENDPOINT_MODE: 'disabled' }),
      },
    });
    const mapping = new EventSourceMapping(this, 'Questions', {
      target: this.worker.function,
      eventSourceArn: props.queue.queueArn,
      batchSize: 1,
      maxConcurrency: 2,
      reportBatchItemFailures: true,
    });
    // Lambda tries the role's permissions when the mapping is made.
    mapping.node.addDependency(this.worker);
  }
}

function mayPost(posts: AssistantWorkerProps['posts']): PolicyStatement {
  return 'through' in posts
    ? new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [posts.through.functionArn] })
    : new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [posts.botTokenArn] });
}
