import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { readEnvironment } from '../../functions/validate-digests/environment';
import { LogArchiveIntegrityStack } from '../../stacks/log-archive-integrity-stack';
import { baselineProps } from '../helpers/example';
import { statementsOf, statementWithSid } from '../helpers/template-statements';

function synthesize(overrides: Partial<OrganizationInput> = {}): Template {
  const props = baselineProps('logArchive', undefined, overrides);
  return Template.fromStack(new LogArchiveIntegrityStack(new App(), 'log-archive-integrity', props));
}

const template = synthesize();
const trailBucketArn = 'arn:aws:s3:::example-trail-222233334444-ap-northeast-1';

describe('the daily check', () => {
  const [check] = Object.values(template.findResources('AWS::Lambda::Function'));

  test('runs every morning, after the last digests of the day before have come', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'cron(0 6 * * ? *)',
      State: 'ENABLED',
      Targets: [Match.objectLike({ Input: '{}', RetryPolicy: { MaximumRetryAttempts: 2 } })],
    });
  });

  test('is given what its code reads', () => {
    const { Variables } = check?.Properties.Environment ?? {};
    const proofBucket = { Ref: expect.stringMatching(/^Proofs/) };
    expect({ ...readEnvironment(Variables), proofBucket: Variables.PROOF_BUCKET }).toEqual({
      trailBucket: 'example-trail-222233334444-ap-northeast-1',
      prefix: 'AWSLogs/o-exampleorg1/',
      proofBucket,
      metricNamespace: 'example/LogIntegrity',
    });
  });

  test('may read the trail, write proofs, and nothing else', () => {
    const statements = statementsOf(template, 'AWS::IAM::ManagedPolicy');
    expect(statements.flatMap(({ Action }) => Action).sort()).toEqual([
      'cloudtrail:ListPublicKeys',
      'cloudwatch:PutMetricData',
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ]);
    expect(statementWithSid(statements, 'ListTrail')).toMatchObject({
      Resource: trailBucketArn,
      Condition: { StringLike: { 's3:prefix': 'AWSLogs/o-exampleorg1/*' } },
    });
    expect(statementWithSid(statements, 'ReadTrail').Resource).toBe(`${trailBucketArn}/AWSLogs/o-exampleorg1/*`);
    expect(statementWithSid(statements, 'DecryptTrail').Resource).toEqual({ Ref: expect.stringMatching(/trailkey/) });
    expect(statementWithSid(statements, 'CountFaults').Condition).toEqual({
      StringEquals: { 'cloudwatch:namespace': 'example/LogIntegrity' },
    });
  });

  test('writes nothing where the trail delivers: the archive would record that it was read, and grow by it', () => {
    const writing = statementsOf(template, 'AWS::IAM::ManagedPolicy').filter(({ Action }) =>
      [Action].flat().some((action) => /s3:(Put|Delete)/.test(String(action))),
    );
    expect(writing).toHaveLength(1);
    expect(JSON.stringify(writing)).not.toContain('example-trail');
  });
});

describe('the proofs', () => {
  test.each(['governance', 'compliance'] as const)('are locked as long as the logs (%s)', (objectLock) => {
    synthesize({ objectLock }).hasResourceProperties('AWS::S3::Bucket', {
      BucketName: 'example-log-proofs-222233334444-ap-northeast-1',
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Days: 1827, Mode: objectLock.toUpperCase() } } },
      LifecycleConfiguration: { Rules: Match.arrayWith([Match.objectLike({ ExpirationInDays: 1827 })]) },
      LoggingConfiguration: { DestinationBucketName: 'example-access-logs-222233334444-ap-northeast-1' },
    });
  });
});

describe('people are told, in their language', () => {
  const alarmOf = (name: string) =>
    Object.values(template.findResources('AWS::CloudWatch::Alarm')).find(
      ({ Properties }) => Properties.AlarmName === name,
    )?.Properties;

  test.each([
    ['example-logs-changed', 'InvalidFiles'],
    ['example-logs-not-proven', 'UnknownFiles'],
  ])('%s: from the first file on, until a run finds none', (name, MetricName) => {
    expect(alarmOf(name)).toMatchObject({
      Namespace: 'example/LogIntegrity',
      MetricName,
      Threshold: 1,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'ignore',
      AlarmDescription: expect.stringMatching(/[\u3040-\u30ff]/),
    });
  });

  test('nobody looked for 36 hours: no data is the alarm', () => {
    expect(alarmOf('example-logs-not-validated')).toMatchObject({
      MetricName: 'Validations',
      Statistic: 'Sum',
      Period: 12 * 3600,
      EvaluationPeriods: 3,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  test('every alarm reaches the contacts', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
    expect(alarms).toHaveLength(3);
    for (const { Properties } of alarms) expect(Properties.AlarmActions).toHaveLength(1);
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'security@example.com' });
  });
});
