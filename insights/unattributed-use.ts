/**
 * Which identity called which model without saying who asked: it went around the assistant. Asked of the invocation log, and reads no
 * prompt. The line Amazon Bedrock writes when logging is switched on is no JSON, and no use.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 */
export const unattributedUse: readonly string[] = [
  'filter ispresent(schemaType) and not ispresent(requestMetadata.slack_user)',
  'stats count() as calls, min(@timestamp) as earliest, max(@timestamp) as latest by identity.arn, modelId',
  'sort calls desc',
];
