import { Duration, Stack } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { BaselineFunction } from './baseline-function';

export interface DigestValidationProps {
  /** Starts the name of the rule. */
  readonly namePrefix: string;
  /** IAM path of the function's role. */
  readonly iamPath: string;
  /** Bundled code of functions/validate-digests.ts. */
  readonly code: Code;
  readonly trailBucketName: string;
  readonly trailBucketArn: string;
  /** Below which the trail delivers, such as `AWSLogs/o-exampleorg1/`. */
  readonly trailPrefix: string;
  /** ARN of the key the trail encrypts with. */
  readonly trailKeyArn: string;
  readonly proofBucket: IBucket;
  readonly proofKey: IKey;
  readonly logKey: IKey;
  readonly metricNamespace: string;
}

/**
 * Validates every morning what CloudTrail delivered the day before: signatures, hashes, the chain of digests in every account and
 * region. By 06:00 UTC the last digests of the day and those that follow them have come.
 *
 * Reading costs about $0.40 for a million files, the function less than a cent a day in a small organization; in one run it looks at
 * some hundred thousand files, and reports as unknown what it has not looked at.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html
 */
export class DigestValidation extends Construct {
  constructor(scope: Construct, id: string, props: DigestValidationProps) {
    super(scope, id);
    const validate = new BaselineFunction(this, 'Validate', {
      description: 'Proves every day that the log files of the day before are what CloudTrail delivered',
      code: props.code,
      iamPath: props.iamPath,
      logKey: props.logKey,
      logRetention: RetentionDays.ONE_YEAR,
      timeout: Duration.minutes(15),
      // Hashing is what it does; the share of a processor comes with the memory.
      memorySize: 1769,
      statements: this.statements(props),
      environment: {
        TRAIL_BUCKET: props.trailBucketName,
        TRAIL_PREFIX: props.trailPrefix,
        PROOF_BUCKET: props.proofBucket.bucketName,
        METRIC_NAMESPACE: props.metricNamespace,
      },
    });
    new Rule(this, 'Daily', {
      ruleName: `${props.namePrefix}-validate-digests`,
      description: 'Every morning, for the day before in UTC',
      schedule: Schedule.cron({ hour: '6', minute: '0' }),
      targets: [new FunctionTarget(validate.function, { event: RuleTargetInput.fromObject({}), retryAttempts: 2 })],
    });
  }

  private statements(props: DigestValidationProps): PolicyStatement[] {
    const { region } = Stack.of(this);
    const viaS3 = { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } };
    return [
      new PolicyStatement({
        sid: 'ListTrail',
        actions: ['s3:ListBucket'],
        resources: [props.trailBucketArn],
        conditions: { StringLike: { 's3:prefix': `${props.trailPrefix}*` } },
      }),
      // The log files of a day have names that nobody knows before.
      new PolicyStatement({
        sid: 'ReadTrail',
        actions: ['s3:GetObject'],
        resources: [`${props.trailBucketArn}/${props.trailPrefix}*`],
      }),
      new PolicyStatement({
        sid: 'DecryptTrail',
        actions: ['kms:Decrypt'],
        resources: [props.trailKeyArn],
        conditions: viaS3,
      }),
      new PolicyStatement({
        sid: 'WriteProofs',
        actions: ['s3:PutObject'],
        resources: [props.proofBucket.arnForObjects('validations/*')],
      }),
      new PolicyStatement({
        sid: 'EncryptProofs',
        actions: ['kms:GenerateDataKey'],
        resources: [props.proofKey.keyArn],
        conditions: viaS3,
      }),
      // AWS defines no resource for these two; keys are public, and metrics are limited to one namespace.
      new PolicyStatement({ sid: 'ListPublicKeys', actions: ['cloudtrail:ListPublicKeys'], resources: ['*'] }),
      new PolicyStatement({
        sid: 'CountFaults',
        actions: ['cloudwatch:PutMetricData'],
        resources: ['*'],
        conditions: { StringEquals: { 'cloudwatch:namespace': props.metricNamespace } },
      }),
    ];
  }
}
