import { CfnQueryDefinition, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { InsightsQuery } from '../insights/saved-queries';

export interface BedrockQueriesProps {
  /** Folder of the queries in the console. */
  readonly folder: string;
  readonly queries: readonly InsightsQuery[];
  /** Prompts and answers, as Amazon Bedrock logs them. */
  readonly invocationLogGroup: ILogGroup;
  /** Who asked when with what outcome, as the function records it. */
  readonly auditLogGroup: ILogGroup;
}

/**
 * Saved queries of CloudWatch Logs Insights over what people asked Amazon Bedrock.
 *
 * Saving them costs nothing; running one costs about $0.0076 per GB scanned in Tokyo.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-saved-queries.html
 */
export class BedrockQueries extends Construct {
  constructor(scope: Construct, id: string, props: BedrockQueriesProps) {
    super(scope, id);
    const logGroups = { invocations: props.invocationLogGroup, audit: props.auditLogGroup };
    for (const { name, log, lines } of props.queries) {
      new CfnQueryDefinition(this, name, {
        name: `${props.folder}/${name}`,
        queryString: lines.join('\n| '),
        logGroupNames: [logGroups[log].logGroupName],
      });
    }
  }
}
