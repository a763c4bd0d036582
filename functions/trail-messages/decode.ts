import { gunzipSync } from 'node:zlib';
import type { TrailEvent } from './trail-event';

interface Subscription {
  readonly awslogs?: { readonly data?: string };
}

interface Batch {
  readonly messageType?: string;
  readonly logEvents?: readonly { readonly message: string }[];
}

/**
 * The CloudTrail events of a batch that CloudWatch Logs delivers; none in the message by which it tests the subscription.
 *
 * Throws on anything that is not such a batch: Lambda puts it aside, and an alarm says so.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
 */
export function decode(subscription: unknown): TrailEvent[] {
  const compressed = (subscription as Subscription).awslogs?.data;
  if (compressed === undefined) throw new Error('This is not a batch of CloudWatch Logs: awslogs.data is missing.');
  const batch = JSON.parse(gunzipSync(Buffer.from(compressed, 'base64')).toString('utf8')) as Batch;
  if (batch.messageType !== 'DATA_MESSAGE') return [];
  return (batch.logEvents ?? []).map(({ message }) => JSON.parse(message) as TrailEvent);
}
