/**
 * Amazon Bedrock writes every model invocation of the account, with request and response, to a log group: who asked what, when,
 * and what was answered. A delivery to S3 that exists already is kept.
 *
 * The log holds prompts as they were typed, also when a guardrail masks them. Runs in each workload account and region. Costs
 * what CloudWatch Logs costs, about $0.50 per GB.
 */

import type { LoggingConfig } from '@aws-sdk/client-bedrock';
import { withoutResource } from './permissions';
import { isNamed, retried } from './retry';
import type { Setting } from './setting';

export interface DesiredBedrockInvocationLogging {
  /** In the same account and region. */
  readonly logGroupName: string;
  /** The role Amazon Bedrock writes with. */
  readonly roleArn: string;
  /** Bucket of the same account and region for what is larger than 100 KB. @default what is there stays */
  readonly largePayloadBucket?: string;
}

export interface ObservedBedrockInvocationLogging {
  /** Absent when logging is off. */
  readonly loggingConfig?: LoggingConfig;
}

/** Every kind of content: a kind that is left out is a hole in the evidence. */
const everyKind = {
  textDataDeliveryEnabled: true,
  imageDataDeliveryEnabled: true,
  embeddingDataDeliveryEnabled: true,
  videoDataDeliveryEnabled: true,
  audioDataDeliveryEnabled: true,
} as const satisfies LoggingConfig;

const largePayloads = (logging: LoggingConfig | undefined) => logging?.cloudWatchConfig?.largeDataDeliveryS3Config;

export const bedrockInvocationLogging: Setting<DesiredBedrockInvocationLogging, ObservedBedrockInvocationLogging> = {
  name: 'bedrock-invocation-logging',
  reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html',

  permissions: ({ roleArn }, place) => [
    withoutResource(place, [
      'bedrock:GetModelInvocationLoggingConfiguration',
      'bedrock:PutModelInvocationLoggingConfiguration',
    ]),
    {
      actions: ['iam:PassRole'],
      resources: [roleArn],
      condition: { StringEquals: { 'iam:PassedToService': 'bedrock.amazonaws.com' } },
    },
  ],

  async read(_desired, clients) {
    const { loggingConfig } = await retried(clients, () => clients.bedrock.getModelInvocationLoggingConfiguration({}));
    return { loggingConfig };
  },

  differences({ logGroupName, roleArn, largePayloadBucket }, { loggingConfig }) {
    const pairs = [
      ['logGroupName', logGroupName, loggingConfig?.cloudWatchConfig?.logGroupName],
      ['roleArn', roleArn, loggingConfig?.cloudWatchConfig?.roleArn],
      ...(largePayloadBucket === undefined
        ? []
        : ([['largePayloadBucket', largePayloadBucket, largePayloads(loggingConfig)?.bucketName]] as const)),
      ...Object.keys(everyKind).map((kind) => [kind, true, loggingConfig?.[kind as keyof typeof everyKind]] as const),
    ] as const;
    return pairs
      .filter(([, desired, observed]) => desired !== observed)
      .map(([what, desired, observed]) => ({ what, desired, observed: observed ?? 'off' }));
  },

  async apply(desired, observed, clients) {
    if (bedrockInvocationLogging.differences(desired, observed).length === 0) return {};
    const loggingConfig: LoggingConfig = {
      // The call replaces the whole configuration: deliveries to S3 that exist would end without these.
      s3Config: observed.loggingConfig?.s3Config,
      cloudWatchConfig: {
        logGroupName: desired.logGroupName,
        roleArn: desired.roleArn,
        largeDataDeliveryS3Config:
          desired.largePayloadBucket === undefined
            ? largePayloads(observed.loggingConfig)
            : { bucketName: desired.largePayloadBucket },
      },
      ...everyKind,
    };
    await retried(
      clients,
      () => clients.bedrock.putModelInvocationLoggingConfiguration({ loggingConfig }),
      // Amazon Bedrock tries the role at once, and a new role takes some seconds to work everywhere.
      (error) => isNamed(error, 'ValidationException') && /validate permissions/i.test((error as Error).message),
    );
    return {};
  },
};
