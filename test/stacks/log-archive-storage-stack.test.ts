import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { logFactsOf } from '../../config/log-facts';
import type { OrganizationInput } from '../../config/organization-schema';
import { retentionClasses } from '../../config/retention-classes';
import { savedQueries } from '../../queries/catalogue';
import { LogArchiveStorageStack } from '../../stacks/log-archive-storage-stack';
import { baselineProps } from '../helpers/example';
import { statementsOf, statementWithSid } from '../helpers/template-statements';

const trailArn = 'arn:aws:cloudtrail:ap-northeast-1:111122223333:trail/example-organization-trail';
const trailBucketArn = 'arn:aws:s3:::example-trail-222233334444-ap-northeast-1';

function synthesize(overrides: Partial<OrganizationInput> = {}): Template {
  const props = baselineProps('logArchive', undefined, overrides);
  const logFacts = logFactsOf(props.organization);
  return Template.fromStack(new LogArchiveStorageStack(new App(), 'log-archive-storage', { ...props, logFacts }));
}

const template = synthesize();
const buckets = template.findResources('AWS::S3::Bucket');
const bucketPolicies = template.findResources('AWS::S3::BucketPolicy');

describe('every bucket of the log archive', () => {
  const names = ['trail', 'findings', 'queries', 'access-logs'].map(
    (what) => `example-${what}-222233334444-ap-northeast-1`,
  );

  test('is one of four', () => {
    expect(
      Object.values(buckets)
        .map(({ Properties }) => Properties.BucketName)
        .sort(),
    ).toEqual([...names].sort());
  });

  test.each(Object.entries(buckets))('%s is private, versioned and encrypted', (_, { Properties }) => {
    expect(Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(Properties.OwnershipControls.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
    expect(Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
    expect(Properties.BucketEncryption.ServerSideEncryptionConfiguration).toHaveLength(1);
  });

  test.each([...Object.entries(buckets), ...Object.entries(bucketPolicies)])(
    '%s outlives its stack',
    (_, { DeletionPolicy, UpdateReplacePolicy }) => {
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['RetainExceptOnCreate', 'Retain']);
    },
  );

  test.each(Object.keys(bucketPolicies))('%s denies plain HTTP', (logicalId) => {
    expect(statementsOf(template, 'AWS::S3::BucketPolicy', logicalId)).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  test.each(Object.keys(bucketPolicies))('%s denies objects to principals outside the organization', (logicalId) => {
    const fence = statementWithSid(statementsOf(template, 'AWS::S3::BucketPolicy', logicalId), 'OnlyThisOrganization');
    expect(fence).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: expect.arrayContaining(['s3:GetObject*', 's3:PutObject*', 's3:DeleteObject*', 's3:ListBucket*']),
      Condition: {
        StringNotEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    });
  });

  test.each(Object.keys(bucketPolicies))('%s lets its own account repair its settings', (logicalId) => {
    const fence = statementWithSid(statementsOf(template, 'AWS::S3::BucketPolicy', logicalId), 'OnlyThisOrganization');
    expect(fence.Action).not.toContain('s3:*');
  });

  test('allows only AWS services, and each only for a named source', () => {
    const allowing = statementsOf(template, 'AWS::S3::BucketPolicy').filter(({ Effect }) => Effect === 'Allow');
    expect(allowing).toHaveLength(6);
    for (const { Principal, Condition } of allowing) {
      expect(Object.keys(Principal as object)).toEqual(['Service']);
      expect(JSON.stringify(Condition)).toContain('"aws:SourceArn"');
    }
  });

  test('has an access log, but for the bucket of the access logs, which would never come to rest', () => {
    const [target] =
      Object.entries(buckets).find(([, { Properties }]) => /access-logs/.test(Properties.BucketName)) ?? [];
    for (const [id, { Properties }] of Object.entries(buckets)) {
      const expected =
        id === target
          ? undefined
          : { DestinationBucketName: { Ref: target }, LogFilePrefix: `${Properties.BucketName}/` };
      expect(Properties.LoggingConfiguration).toEqual(expected);
    }
  });
});

describe('the access log bucket', () => {
  test('takes logs of the other three buckets of this account, and of no others', () => {
    const statement = statementWithSid(
      statementsOf(template, 'AWS::S3::BucketPolicy', 'AccessLogs'),
      'AccessLogDelivery',
    );
    expect(statement).toMatchObject({
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Condition: { StringEquals: { 'aws:SourceAccount': '222233334444' } },
    });
    expect(JSON.stringify(statement.Condition?.ArnLike)).not.toContain('access-logs');
    expect(JSON.stringify(statement.Condition?.ArnLike)).toContain(`:s3:::example-trail-222233334444-ap-northeast-1`);
  });

  test('has neither lock nor customer key, with which S3 could not deliver', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      BucketName: 'example-access-logs-222233334444-ap-northeast-1',
      ObjectLockEnabled: Match.absent(),
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
  });
});

describe('the trail bucket', () => {
  const policy = statementsOf(template, 'AWS::S3::BucketPolicy', 'Trail');
  const fromCloudTrail = policy.filter(({ Principal }) => JSON.stringify(Principal).includes('cloudtrail'));

  test('is locked for the whole retention', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      BucketName: 'example-trail-222233334444-ap-northeast-1',
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1827 } },
      },
    });
  });

  test('is locked against everybody where the organization asks for compliance', () => {
    synthesize({ objectLock: 'compliance' }).hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 1827 } } },
    });
  });

  test('admits CloudTrail for the organization trail only', () => {
    expect(fromCloudTrail.map(({ Sid, Action }) => [Sid, Action])).toEqual([
      ['CloudTrailAclCheck', 's3:GetBucketAcl'],
      ['CloudTrailWrite', 's3:PutObject'],
      ['CloudTrailOrganizationWrite', 's3:PutObject'],
    ]);
    for (const { Condition } of fromCloudTrail)
      expect(Condition?.StringEquals).toHaveProperty(['aws:SourceArn'], trailArn);
  });

  test('admits log files of the organization and of the management account, and nothing beside them', () => {
    const prefixes = fromCloudTrail
      .filter(({ Action }) => Action === 's3:PutObject')
      .map(({ Resource, Condition }) => {
        expect(Condition?.StringEquals).toHaveProperty(['s3:x-amz-acl'], 'bucket-owner-full-control');
        return (Resource as { 'Fn::Join': [string, [unknown, string]] })['Fn::Join'][1][1];
      });
    expect(prefixes).toEqual(['/AWSLogs/111122223333/*', '/AWSLogs/o-exampleorg1/*']);
  });

  test('has no statement on encryption headers, with which the trail could never be created', () => {
    expect(JSON.stringify(policy)).not.toContain('s3:x-amz-server-side-encryption');
  });

  test.each(Object.entries(retentionClasses))(
    'removes nothing before the lock of the class %s ends, and moves only what is worth moving',
    (retentionClass, { days }) => {
      const retention = { class: retentionClass as keyof typeof retentionClasses };
      const bucket = Object.values(synthesize({ retention }).findResources('AWS::S3::Bucket')).find(
        ({ Properties }) => Properties.ObjectLockEnabled,
      );
      const rule = bucket?.Properties.LifecycleConfiguration.Rules[0];
      expect(bucket?.Properties.ObjectLockConfiguration.Rule.DefaultRetention.Days).toBe(days);
      expect(rule.ExpirationInDays).toBeGreaterThanOrEqual(days);
      for (const { TransitionInDays } of rule.Transitions ?? []) {
        expect(rule.ExpirationInDays - TransitionInDays).toBeGreaterThanOrEqual(90);
      }
    },
  );
});

describe('the key of the trail', () => {
  const policy = statementsOf(template, 'AWS::KMS::Key', 'TrailKey');
  const services = policy.filter(({ Principal }) => JSON.stringify(Principal).includes('Service'));

  test('can be used by CloudTrail for the organization trail only', () => {
    expect(services.map(({ Sid, Principal, Action }) => [Sid, Principal, Action])).toEqual(
      [
        ['CloudTrailEncrypts', 'kms:GenerateDataKey*'],
        ['CloudTrailEncryptsWithBucketKey', 'kms:GenerateDataKey*'],
        ['CloudTrailDecryptsBucketKey', 'kms:Decrypt'],
        ['CloudTrailDescribes', 'kms:DescribeKey'],
      ].map(([sid, action]) => [sid, { Service: 'cloudtrail.amazonaws.com' }, action]),
    );
    for (const { Condition } of services) expect(Condition?.StringEquals).toHaveProperty(['aws:SourceArn'], trailArn);
  });

  test('encrypts for trails of the management account or for the trail bucket, and for nothing else', () => {
    expect(statementWithSid(policy, 'CloudTrailEncrypts').Condition?.StringLike).toEqual({
      'kms:EncryptionContext:aws:cloudtrail:arn': {
        'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':cloudtrail:*:111122223333:trail/*']],
      },
    });
    expect(statementWithSid(policy, 'CloudTrailEncryptsWithBucketKey').Condition?.StringEquals).toHaveProperty(
      ['kms:EncryptionContext:aws:s3:arn'],
      trailBucketArn,
    );
  });

  test('lets no other account decrypt', () => {
    const accounts = policy.filter(({ Principal }) => JSON.stringify(Principal).includes('AWS'));
    expect(accounts).toHaveLength(1);
    expect(JSON.stringify(accounts[0]?.Principal)).toContain('222233334444:root');
  });

  test('is found by the alias that the trail names, rotates and outlives its stack', () => {
    template.hasResourceProperties('AWS::KMS::Alias', { AliasName: 'alias/example-trail' });
    template.allResourcesProperties('AWS::KMS::Key', { EnableKeyRotation: true });
    template.allResources('AWS::KMS::Key', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });
});

describe('the findings', () => {
  const anyDetector = {
    'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':guardduty:*:333344445555:detector/*']],
  };
  const forAuditAccount = {
    StringEquals: { 'aws:SourceAccount': '333344445555' },
    ArnLike: { 'aws:SourceArn': anyDetector },
  };

  test.each([
    ['AWS::S3::BucketPolicy', 'GuardDutyLocates', 's3:GetBucketLocation'],
    ['AWS::S3::BucketPolicy', 'GuardDutyWrites', 's3:PutObject'],
    ['AWS::KMS::Key', 'GuardDutyEncrypts', 'kms:GenerateDataKey'],
  ])('%s: %s for detectors of the audit account, in any region', (type, sid, action) => {
    expect(statementWithSid(statementsOf(template, type, 'Findings'), sid)).toMatchObject({
      Principal: { Service: 'guardduty.amazonaws.com' },
      Action: action,
      Condition: forAuditAccount,
    });
  });

  test('the audit account may look the key up, and no more', () => {
    const policy = statementsOf(template, 'AWS::KMS::Key', 'Findings');
    const forAudit = policy.filter(({ Principal }) => JSON.stringify(Principal).includes('333344445555'));
    expect(forAudit.map(({ Action }) => Action)).toEqual(['kms:DescribeKey']);
    template.hasResourceProperties('AWS::KMS::Alias', { AliasName: 'alias/example-findings' });
  });

  test('have a key of their own and no bucket key, for which GuardDuty does not ask', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      BucketName: 'example-findings-222233334444-ap-northeast-1',
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            BucketKeyEnabled: false,
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: { 'Fn::GetAtt': [Match.stringLikeRegexp('^FindingsKey'), 'Arn'] },
            },
          },
        ],
      },
    });
  });
});

describe('questions to the log archive', () => {
  test('leave encrypted results in this account, gone after 30 days, and are cancelled when they read too much', () => {
    template.hasResourceProperties('AWS::Athena::WorkGroup', {
      WorkGroupConfiguration: {
        EnforceWorkGroupConfiguration: true,
        BytesScannedCutoffPerQuery: 100_000_000_000,
        ResultConfiguration: {
          ExpectedBucketOwner: '222233334444',
          EncryptionConfiguration: {
            EncryptionOption: 'SSE_KMS',
            KmsKey: { 'Fn::GetAtt': [Match.stringLikeRegexp('^TrailKey'), 'Arn'] },
          },
        },
      },
    });
    template.hasResourceProperties('AWS::S3::Bucket', {
      BucketName: 'example-queries-222233334444-ap-northeast-1',
      LifecycleConfiguration: { Rules: Match.arrayWith([Match.objectLike({ ExpirationInDays: 30 })]) },
    });
  });

  test('find each day of each region of an account where CloudTrail puts it', () => {
    const [table] = Object.values(template.findResources('AWS::Glue::Table'));
    const parameters = table?.Properties.TableInput.Parameters;
    const keyOf = (values: Record<string, string>) =>
      parameters['storage.location.template'].replace(/\$\{(\w+)\}/g, (_: string, name: string) => values[name]);
    expect(keyOf({ account: '444455556666', region: 'us-west-2', day: '2026/11/24' })).toBe(
      's3://example-trail-222233334444-ap-northeast-1/AWSLogs/o-exampleorg1/444455556666/CloudTrail/us-west-2/2026/11/24',
    );
    expect(table?.Properties.TableInput.PartitionKeys.map(({ Name }: { Name: string }) => Name)).toEqual([
      'account',
      'region',
      'day',
    ]);
  });

  test('cannot leave an account out by accident, know regions nobody governs, and reach back as far as the log files', () => {
    template.hasResourceProperties('AWS::Glue::Table', {
      DatabaseName: 'example_log_archive',
      TableInput: {
        Parameters: {
          'projection.account.type': 'injected',
          'projection.region.values': Match.stringLikeRegexp('^(?=.*ap-northeast-3)(?=.*sa-east-1)(?!.*cn-north-1)'),
          'projection.day.range': 'NOW-1827DAYS,NOW',
        },
      },
    });
  });

  test('are saved in the workgroup, in the language of the organization, for its accounts and the last seven days', () => {
    const queries = Object.values(template.findResources('AWS::Athena::NamedQuery'));
    expect(queries.map(({ Properties }) => Properties.Name).sort()).toEqual(savedQueries.map(({ id }) => id).sort());
    for (const { Properties, DependsOn } of queries) {
      expect(Properties).toMatchObject({ Database: 'example_log_archive', WorkGroup: 'example-log-archive' });
      expect(Properties.Description).toMatch(/[\u3040-\u30ff]/);
      expect(Properties.Description.length).toBeLessThanOrEqual(1024);
      expect(Properties.QueryString).toContain('FROM "example_log_archive"."organization_trail"\n');
      expect(Properties.QueryString).toContain(
        "account IN ('111122223333', '222233334444', '333344445555', '444455556666')",
      );
      expect(Properties.QueryString).toContain("interval '6' day");
      expect(DependsOn.join()).toMatch(/QueriesWorkgroup.*TrailTable/);
    }
  });

  test('know where approved profiles lead, and that a global one leads anywhere', () => {
    const queryOf = (overrides: Partial<OrganizationInput>) =>
      Object.values(synthesize(overrides).findResources('AWS::Athena::NamedQuery')).find(
        ({ Properties }) => Properties.Name === 'inference-outside-geography',
      )?.Properties.QueryString;
    expect(queryOf({})).toContain("NOT IN ('ap-northeast-1', 'ap-northeast-3', 'us-east-1')");
    const anywhere = { bedrock: { inferenceProfiles: ['global.amazon.nova-2-lite-v1:0'] } };
    expect(queryOf(anywhere)).not.toContain("NOT IN ('ap-northeast-1', 'ap-northeast-3', 'us-east-1')");
  });
});
