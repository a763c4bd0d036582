import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CloudTrail } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { readEnvironment } from './validate-digests/environment';
import {
  type DayRequest,
  type DayResult,
  type ValidateDayDependencies,
  validateDay,
} from './validate-digests/validate-day';

/** A call that hangs is given up and repeated; many go on at the same time. */
const limits = {
  maxAttempts: 5,
  requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, httpsAgent: { maxSockets: 200 } },
};

let dependencies: ValidateDayDependencies | undefined;

/**
 * Validates what CloudTrail delivered yesterday, or on the day that is asked for, puts the proof on record and counts what is wrong.
 *
 * It reads the trail bucket and writes to another; the trail bucket only grows by what the trail delivers.
 */
export async function handler(
  request: DayRequest,
  context: { readonly getRemainingTimeInMillis: () => number },
): Promise<DayResult> {
  dependencies ??= fromEnvironment();
  return validateDay(request, context, dependencies);
}

function fromEnvironment(): ValidateDayDependencies {
  // The bundle is one file, so its hash says which code made a proof.
  const build = createHash('sha256').update(readFileSync(__filename)).digest('hex').slice(0, 12);
  const settings = { ...readEnvironment(process.env), tool: `ishizue validate-digests ${build}` };
  const s3 = new S3Client(limits);
  const cloudWatch = new CloudWatchClient(limits);
  return {
    settings,
    s3,
    cloudTrailIn: (region) => new CloudTrail({ ...limits, region }),
    putProof: (key, body) =>
      s3.send(
        new PutObjectCommand({ Bucket: settings.proofBucket, Key: key, Body: body, ContentType: 'application/json' }),
      ),
    putMetrics: (metrics) =>
      cloudWatch.send(
        new PutMetricDataCommand({
          Namespace: settings.metricNamespace,
          MetricData: Object.entries(metrics).map(([MetricName, Value]) => ({ MetricName, Value, Unit: 'Count' })),
        }),
      ),
    now: () => new Date(),
  };
}
