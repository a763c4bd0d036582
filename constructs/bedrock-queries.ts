import { CfnQueryDefinition, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface BedrockQueriesProps {
  /** Folder of the queries in the console. */
  readonly folder: string;
  /** Prompts and answers, as Amazon Bedrock logs them. */
  readonly invocationLogGroup: ILogGroup;
  /** Who asked when with what outcome, as the function records it. */
  readonly auditLogGroup: ILogGroup;
}

/**
 * Saved queries of CloudWatch Logs Insights that answer: who asked what and when, who used Bedrock without saying who they are, how
 * much each person used, and who was blocked. The first three need the permission to read prompts.
 *
 * Saving them costs nothing; running one costs about $0.0076 per GB scanned in Tokyo.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-saved-queries.html
 */
export class BedrockQueries extends Construct {
  constructor(scope: Construct, id: string, { folder, invocationLogGroup, auditLogGroup }: BedrockQueriesProps) {
    super(scope, id);
    const save = (name: string, logGroup: ILogGroup, lines: readonly string[]) =>
      new CfnQueryDefinition(this, name, {
        name: `${folder}/${name}`,
        queryString: lines.join('\n| '),
        logGroupNames: [logGroup.logGroupName],
      });

    save('who-asked-what-when', invocationLogGroup, [
      [
        'fields @timestamp, requestMetadata.slack_user as who, requestMetadata.slack_channel as channel, modelId',
        'input.inputBodyJson.messages.0.content.0.text as asked',
        'output.outputBodyJson.output.message.content.0.text as answered, requestId',
      ].join(', '),
      'sort @timestamp desc',
      'limit 200',
    ]);
    // Nothing is expected here: whatever it finds went around the function.
    save('use-nobody-signed-for', invocationLogGroup, [
      'filter not ispresent(requestMetadata.slack_user)',
      'stats count() as calls, max(@timestamp) as latest by identity.arn, modelId',
      'sort calls desc',
    ]);
    save('tokens-per-person-and-day', invocationLogGroup, [
      'stats sum(input.inputTokenCount) as tokensIn, sum(output.outputTokenCount) as tokensOut, count() as calls by requestMetadata.slack_user, bin(1d)',
      'sort tokensOut desc',
    ]);
    save('who-was-blocked', auditLogGroup, [
      'filter result.outcome like /^blocked/',
      'stats count() as times, max(@timestamp) as latest by who.slackUser, result.outcome, result.policyTypes.0',
      'sort times desc',
    ]);
    save('what-failed', auditLogGroup, [
      'filter result.outcome = "error"',
      'fields @timestamp, eventId, who.slackUser, result.error, bedrockRequestId',
      'sort @timestamp desc',
      'limit 200',
    ]);
  }
}
