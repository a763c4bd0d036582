import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { CloudWatchLogsClient, CreateLogStreamCommand, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { auditLog } from './converse/audit-log';
import { readEnvironment } from './converse/environment';
import { type ConverseDependencies, type ConverseReply, handle } from './converse/handle';

/** Two attempts of at most 50 s each end before Lambda does after 120 s, so that there is always time for the audit record. */
const bedrockLimits = { maxAttempts: 2, requestHandler: { requestTimeout: 50_000, throwOnRequestTimeout: true } };
const logsLimits = { maxAttempts: 3, requestHandler: { requestTimeout: 3_000, throwOnRequestTimeout: true } };

let dependencies: ConverseDependencies | undefined;

/**
 * Answers one prompt through the guardrail. Lambda calls it with a `ConverseRequest` and gets a `ConverseReply`.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-converse-api.html
 */
export async function handler(event: unknown, context: { readonly awsRequestId: string }): Promise<ConverseReply> {
  dependencies ??= fromEnvironment();
  return handle(event, context.awsRequestId, dependencies);
}

function fromEnvironment(): ConverseDependencies {
  const { settings, auditLogGroup, logStreamName } = readEnvironment(process.env);
  const bedrock = new BedrockRuntimeClient(bedrockLimits);
  const logs = new CloudWatchLogsClient(logsLimits);
  return {
    // The bundle is one file, so its hash says which code is running.
    settings: { ...settings, build: createHash('sha256').update(readFileSync(__filename)).digest('hex').slice(0, 12) },
    converse: (input) => bedrock.send(new ConverseCommand(input)),
    writeAuditRecord: auditLog(
      {
        createLogStream: (input) => logs.send(new CreateLogStreamCommand(input)),
        putLogEvents: (input) => logs.send(new PutLogEventsCommand(input)),
      },
      auditLogGroup,
      logStreamName,
    ),
    now: Date.now,
  };
}
