import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { CloudWatchLogsClient, CreateLogStreamCommand, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import { dynamoDbClaims } from './assistant/dynamodb-claims';
import { readWorkerEnvironment, type WorkerEnvironment } from './assistant/environment';
import { cachedSecret } from './assistant/secret';
import type { SlackApi } from './assistant/slack';
import { slackByFunction } from './assistant/slack-by-function';
import { slackWebApi } from './assistant/slack-web-api';
import { type BatchDependencies, type BatchResponse, type QueueBatch, workBatch } from './assistant/work-batch';
import { auditLog } from './converse/audit-log';
import { readEnvironment } from './converse/environment';

/** One attempt: the SDK would repeat a call that timed out, and nobody would count it. */
const bedrockLimits = { maxAttempts: 1, requestHandler: { requestTimeout: 60_000, throwOnRequestTimeout: true } };
/** One attempt: the SDK would post again after a call that timed out. Longer than the function may run. */
const posterLimits = { maxAttempts: 1, requestHandler: { requestTimeout: 25_000, throwOnRequestTimeout: true } };
const limits = { maxAttempts: 3, requestHandler: { requestTimeout: 3_000, throwOnRequestTimeout: true } };

let dependencies: BatchDependencies | undefined;

/**
 * Answers questions from the queue through the guardrail, in the thread they were asked in.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
export async function handler(batch: QueueBatch, context: { readonly awsRequestId: string }): Promise<BatchResponse> {
  dependencies ??= fromEnvironment();
  return workBatch(batch, context.awsRequestId, dependencies);
}

function fromEnvironment(): BatchDependencies {
  const { settings, auditLogGroup, logStreamName } = readEnvironment(process.env);
  const { claimTable, queueUrl, posts, ...budgetAndLanguage } = readWorkerEnvironment(process.env);
  const bedrock = new BedrockRuntimeClient(bedrockLimits);
  const logs = new CloudWatchLogsClient(limits);
  const table = new DynamoDBClient(limits);
  const queue = new SQSClient(limits);
  // The bundle is one file, so its hash says which code is running.
  const build = createHash('sha256').update(readFileSync(__filename)).digest('hex').slice(0, 12);
  return {
    settings: { ...settings, ...budgetAndLanguage, build },
    claims: dynamoDbClaims(
      {
        getItem: (input) => table.send(new GetItemCommand(input)),
        transactWriteItems: (input) => table.send(new TransactWriteItemsCommand(input)),
      },
      claimTable,
    ),
    slack: slackFor(posts),
    converse: (input) => bedrock.send(new ConverseCommand(input)),
    writeAuditRecord: auditLog(
      {
        createLogStream: (input) => logs.send(new CreateLogStreamCommand(input)),
        putLogEvents: (input) => logs.send(new PutLogEventsCommand(input)),
      },
      auditLogGroup,
      logStreamName,
    ),
    deliverLater: async (ReceiptHandle, VisibilityTimeout) =>
      void (await queue.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle, VisibilityTimeout }),
      )),
    now: Date.now,
    log: (entry) => console.info(entry),
  };
}

function slackFor(posts: WorkerEnvironment['posts']): SlackApi {
  if ('through' in posts) {
    const lambda = new LambdaClient(posterLimits);
    return slackByFunction((input) => lambda.send(new InvokeCommand(input)), posts.through);
  }
  const secrets = new SecretsManagerClient(limits);
  return slackWebApi({
    botToken: cachedSecret((input) => secrets.send(new GetSecretValueCommand(input)), posts.botTokenArn, Date.now),
  });
}
