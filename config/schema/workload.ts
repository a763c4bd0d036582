import { z } from 'zod';
import { account } from './account';
import { retention } from './retention';
import { region, resourceName } from './scalars';
import { slack } from './slack';

export const workload = account.extend({
  /** Names the account in stack ids: `cdk deploy '<name>-*'`. */
  name: resourceName,
  /** Where the Bedrock resources live. Default: the home region. Each region adds one key and one dashboard, about $4 a month. */
  regions: z
    .array(region)
    .min(1, 'is empty; the assistant has to live somewhere. Name at least one governed region')
    .optional(),
  /** The approved inference profile the account's function calls. Default: the first of `bedrock.inferenceProfiles`. */
  inferenceProfile: z.string().optional(),
  /**
   * Buckets of this account that hold prompts, answers or what they are made from, such as the sources of a knowledge base. With the
   * `macie` switch they are inspected in full every week, $1 per GB that is new. Default: none, only the samples Macie takes everywhere.
   */
  promptBuckets: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(
            /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
            'is not a bucket name. Use the name, without s3:// and without an ARN',
          ),
        /** Default: the first region of the workload. */
        region: region.optional(),
      }),
    )
    .optional(),
  /**
   * The Slack app that asks. Adds a stack with an HTTP API, two functions, a queue and a table in the first region of the workload: about
   * $2 a month without use. Default: no assistant in Slack.
   */
  slack: slack.optional(),
  /** How long prompts and answers are kept in the account's own CloudWatch Logs. Default: the organization's class. */
  invocationLogRetention: retention.optional(),
});
