import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import fc from 'fast-check';
import { logFactsOf } from '../../config/log-facts';
import type { OrganizationInput } from '../../config/organization-schema';
import { logRetentionDays, type RetentionClassName, retentionClasses } from '../../config/retention-classes';
import { LogArchiveStorageStack } from '../../stacks/log-archive-storage-stack';
import { baselineProps } from '../helpers/example';
import { type ResourceRequest, resourcePolicyJudge } from '../helpers/resource-policy';
import { runs } from '../helpers/runs';

const managementId = '111122223333';
const trailArn = `arn:aws:cloudtrail:ap-northeast-1:${managementId}:trail/example-organization-trail`;
const bucketArn = 'arn:aws:s3:::example-trail-222233334444-ap-northeast-1';
const cloudTrail = 'cloudtrail.amazonaws.com';

function synthesize(overrides: Partial<OrganizationInput>): Template {
  const props = baselineProps('logArchive', undefined, overrides);
  const logFacts = logFactsOf(props.organization);
  return Template.fromStack(new LogArchiveStorageStack(new App(), 'log-archive-storage', { ...props, logFacts }));
}

const trailKeyArn = (template: Template): string => {
  const [logicalId] = Object.keys(template.findResources('AWS::KMS::Key')).filter((id) => id.startsWith('TrailKey'));
  return `arn:aws:kms:ap-northeast-1:222233334444:key/${logicalId}`;
};

/** What CloudTrail asks of the bucket and of the key before it creates an organization trail, and for every log file. */
function requestsOfTheTrail(template: Template, sourceArn = trailArn): [what: string, request: ResourceRequest][] {
  const context = { 'aws:SourceArn': sourceArn, 'aws:PrincipalIsAWSService': 'true', 'aws:SecureTransport': 'true' };
  const put = (path: string, headers: Record<string, string> = {}): ResourceRequest => ({
    service: cloudTrail,
    action: 's3:PutObject',
    resource: `${bucketArn}/AWSLogs/${path}`,
    context: { ...context, 's3:x-amz-acl': 'bucket-owner-full-control', ...headers },
  });
  const ofKey = (action: string, more: Record<string, string> = {}): ResourceRequest => ({
    service: cloudTrail,
    action,
    resource: trailKeyArn(template),
    context: { ...context, ...more },
  });
  return [
    ['look at the bucket', { service: cloudTrail, action: 's3:GetBucketAcl', resource: bucketArn, context }],
    ['write the test file of the organization', put('o-exampleorg1/CloudTrail')],
    ['write the test file of the management account', put(`${managementId}/CloudTrail`)],
    ['write a log file', put('o-exampleorg1/444455556666/CloudTrail/us-east-1/2026/11/27/file.json.gz')],
    [
      'write a file under another key than that of the bucket',
      put('o-exampleorg1/CloudTrail', { 's3:x-amz-server-side-encryption': 'aws:kms' }),
    ],
    [
      'write a file without saying how it is encrypted by the service',
      put('o-exampleorg1/CloudTrail', { 's3:x-amz-server-side-encryption': 'AES256' }),
    ],
    ['look at the key', ofKey('kms:DescribeKey')],
    ['encrypt for the trail', ofKey('kms:GenerateDataKey', { 'kms:EncryptionContext:aws:cloudtrail:arn': trailArn })],
    ['encrypt with a bucket key', ofKey('kms:GenerateDataKey', { 'kms:EncryptionContext:aws:s3:arn': bucketArn })],
    ['use the bucket key again', ofKey('kms:Decrypt', { 'kms:EncryptionContext:aws:s3:arn': bucketArn })],
  ];
}

const classes = Object.keys(retentionClasses) as RetentionClassName[];
const everyChoice = classes.flatMap((name) =>
  (['governance', 'compliance'] as const).map((objectLock) => [name, objectLock] as const),
);

describe.each(everyChoice)('evidence of the class %s under %s', (retentionClass, objectLock) => {
  const { days, colderAfterDays } = retentionClasses[retentionClass];
  const template = synthesize({ retention: { class: retentionClass }, objectLock });
  const buckets = Object.values(template.findResources('AWS::S3::Bucket')).map(({ Properties }) => Properties);
  const trail = buckets.find(({ BucketName }) => `arn:aws:s3:::${BucketName}` === bucketArn);
  const [rule] = trail?.LifecycleConfiguration.Rules ?? [];

  test('is locked for the days of its class, and goes no day earlier', () => {
    expect(trail?.ObjectLockConfiguration.Rule.DefaultRetention).toEqual({
      Mode: objectLock.toUpperCase(),
      Days: days,
    });
    expect(rule.ExpirationInDays).toBeGreaterThanOrEqual(days);
    expect(rule.NoncurrentVersionExpiration).toEqual({ NoncurrentDays: 1 });
  });

  test('becomes colder when its class says, never into a class that has to be restored, and stays there as long as is billed', () => {
    expect((rule.Transitions ?? []).map((moves: { TransitionInDays: number }) => moves.TransitionInDays)).toEqual(
      colderAfterDays === undefined ? [] : [colderAfterDays],
    );
    for (const { StorageClass, TransitionInDays } of rule.Transitions ?? []) {
      expect(StorageClass).toBe('GLACIER_IR');
      expect(rule.ExpirationInDays - TransitionInDays).toBeGreaterThanOrEqual(90);
    }
  });

  test('is kept as long in the findings, and who read it as well', () => {
    for (const bucket of buckets.filter(({ BucketName }) => /-(findings|access-logs)-/.test(BucketName))) {
      expect(bucket.LifecycleConfiguration.Rules[0].ExpirationInDays).toBe(days);
    }
  });

  test('is taken from CloudTrail from its first test on', () => {
    const judge = resourcePolicyJudge(template);
    const refused = requestsOfTheTrail(template).filter(([, request]) => judge(request) !== 'allowed');
    expect(refused.map(([what]) => what)).toEqual([]);
  });
});

describe('evidence for more days than its class', () => {
  test('stays locked for all of them, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...classes), fc.constantFrom(...logRetentionDays), (name, days) => {
        fc.pre(days >= retentionClasses[name].days);
        const template = synthesize({ retention: { class: name, days } });
        const [trail] = Object.values(template.findResources('AWS::S3::Bucket')).filter(
          ({ Properties }) => Properties.ObjectLockEnabled,
        );
        const [rule] = trail?.Properties.LifecycleConfiguration.Rules ?? [];
        expect(trail?.Properties.ObjectLockConfiguration.Rule.DefaultRetention.Days).toBe(days);
        expect(rule.ExpirationInDays).toBe(days);
      }),
      { numRuns: runs(10) },
    );
  });
});

describe('the trail bucket and its key', () => {
  const template = synthesize({});
  const judge = resourcePolicyJudge(template);
  const refusedFrom = (sourceArn: string) =>
    requestsOfTheTrail(template, sourceArn).filter(([, request]) => judge(request) !== 'allowed').length;

  test.each([
    ['another trail of the management account', trailArn.replace('example-organization-trail', 'other')],
    ['a trail of the same name in a member account', trailArn.replace(managementId, '444455556666')],
    ['a trail of the same name in another region', trailArn.replace('ap-northeast-1', 'us-east-1')],
  ])('take nothing from %s', (_source, sourceArn) => {
    expect(refusedFrom(sourceArn)).toBe(requestsOfTheTrail(template).length);
  });

  test('take nothing from CloudTrail that names no trail', () => {
    const [, [, request] = []] = requestsOfTheTrail(template);
    const { 'aws:SourceArn': _source, ...context } = request?.context ?? {};
    expect(judge({ ...(request as ResourceRequest), context })).toBe('silent');
  });

  test('take no log file beside those of the organization', () => {
    const [, [, request] = []] = requestsOfTheTrail(template);
    const elsewhere = { ...(request as ResourceRequest), resource: `${bucketArn}/AWSLogs/o-anotherorg1/CloudTrail` };
    expect(judge(elsewhere)).toBe('silent');
  });

  const reads = ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:DeleteObjectVersion'];
  const read = (action: string, context: Record<string, string>): ResourceRequest => ({
    action,
    resource: action === 's3:ListBucket' ? bucketArn : `${bucketArn}/AWSLogs/o-exampleorg1/file`,
    context,
  });

  test.each(reads)('are closed for %s to another organization and to nobody in particular', (action) => {
    const tls = { 'aws:SecureTransport': 'true' };
    expect(
      judge(read(action, { ...tls, 'aws:PrincipalOrgID': 'o-another1', 'aws:PrincipalIsAWSService': 'false' })),
    ).toBe('denied');
    expect(judge(read(action, tls))).toBe('denied');
  });

  test.each(reads)('leave %s to the policies of the account for its own organization, over TLS only', (action) => {
    const own = { 'aws:PrincipalOrgID': 'o-exampleorg1', 'aws:PrincipalIsAWSService': 'false' };
    expect(judge(read(action, { ...own, 'aws:SecureTransport': 'true' }))).toBe('silent');
    expect(judge(read(action, { ...own, 'aws:SecureTransport': 'false' }))).toBe('denied');
  });
});

describe('the judge of these tests', () => {
  test('finds the statement with which the trail could never be created', () => {
    const trapped = synthesize({}).toJSON();
    for (const { Type, Properties } of Object.values<{
      Type: string;
      Properties: { PolicyDocument: { Statement: object[] } };
    }>(trapped.Resources)) {
      if (Type !== 'AWS::S3::BucketPolicy') continue;
      Properties.PolicyDocument.Statement.push({
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: `${bucketArn}/*`,
        Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
      });
    }
    const template = Template.fromJSON(trapped);
    const judge = resourcePolicyJudge(template);
    const denied = requestsOfTheTrail(template).filter(([, request]) => judge(request) === 'denied');
    expect(denied.map(([what]) => what)).toContain('write the test file of the organization');
  });
});

describe('the findings bucket and its key', () => {
  const template = synthesize({});
  const judge = resourcePolicyJudge(template);
  const findingsArn = 'arn:aws:s3:::example-findings-222233334444-ap-northeast-1';
  const [key = ''] = Object.keys(template.findResources('AWS::KMS::Key')).filter((id) => id.startsWith('FindingsKey'));
  const keyArn = `arn:aws:kms:ap-northeast-1:222233334444:key/${key}`;
  const requests = (detector: string, account: string): ResourceRequest[] =>
    [
      ['s3:GetBucketLocation', findingsArn],
      ['s3:PutObject', `${findingsArn}/AWSLogs/444455556666/GuardDuty/us-east-1/file.jsonl.gz`],
      ['kms:GenerateDataKey', keyArn],
    ].map(([action = '', resource = '']) => ({
      service: 'guardduty.amazonaws.com',
      action,
      resource,
      context: {
        'aws:SourceArn': detector,
        'aws:SourceAccount': account,
        'aws:PrincipalIsAWSService': 'true',
        'aws:SecureTransport': 'true',
      },
    }));

  test.each(['ap-northeast-1', 'us-east-1'])(
    'take findings of a detector in %s whose id nobody knew before',
    (region) => {
      const detector = `arn:aws:guardduty:${region}:333344445555:detector/0123456789abcdef`;
      expect(requests(detector, '333344445555').map(judge)).toEqual(['allowed', 'allowed', 'allowed']);
    },
  );

  test('take nothing from a detector of another account', () => {
    const detector = 'arn:aws:guardduty:us-east-1:444455556666:detector/0123456789abcdef';
    expect(requests(detector, '444455556666').map(judge)).toEqual(['silent', 'silent', 'silent']);
    expect(requests(detector, '333344445555').map(judge)).toEqual(['silent', 'silent', 'silent']);
  });
});
