import type { Code } from 'aws-cdk-lib/aws-lambda';

/** The bundled code of the project's Lambda functions, by the file name in `functions/`. */
export interface FunctionCode {
  /** Applies settings; the custom resource of every stack that has settings. */
  readonly applySettings: Code;
  /** Marks findings that people are told of. */
  readonly markNotified: Code;
  /** Writes messages about changes in the organization trail. */
  readonly trailMessages: Code;
  /** Calls Amazon Bedrock with the guardrail and writes the audit record. */
  readonly converse: Code;
  /** Validates the digests of CloudTrail of the day before. */
  readonly validateDigests: Code;
  /** Takes events from Slack and puts questions into the queue. */
  readonly assistantIngress: Code;
  /** Answers the questions of the queue in Slack. */
  readonly assistantWorker: Code;
  /** Posts in Slack for a worker in a network without a way to the internet. */
  readonly assistantPoster: Code;
}
