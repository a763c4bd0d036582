import { App } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { guardrailProfileOf } from '../../config/guardrail-profiles';
import { foundationModelOf, geographyOf } from '../../config/inference-profiles';
import type { OrganizationInput } from '../../config/organization-schema';
import type { Workload } from '../../config/resolve-organization';
import { assistantAlarmNames } from '../../constructs/assistant-alarms';
import { readEnvironment } from '../../functions/converse/environment';
import { WorkloadBedrockStack, type WorkloadBedrockStackProps } from '../../stacks/workload-bedrock-stack';
import { appliedSettings } from '../helpers/applied-settings';
import { baselineProps, exampleOrganization } from '../helpers/example';

function stackOf(
  props: Partial<WorkloadBedrockStackProps> = {},
  overrides: Partial<OrganizationInput> = {},
): WorkloadBedrockStack {
  const baseline = baselineProps('workload', props.env?.region, overrides);
  const workload = baseline.organization.accounts.workloads[0] as Workload;
  return new WorkloadBedrockStack(new App(), 'assistant-bedrock', {
    ...baseline,
    workload,
    inference: {
      profileId: workload.inferenceProfile,
      foundationModel: foundationModelOf(workload.inferenceProfile),
      destinationRegions: geographyOf(workload.inferenceProfile)?.destinationRegions ?? [],
    },
    guardrailProfile: guardrailProfileOf(baseline.env.region),
    ...props,
  });
}

function templateOf(...given: Parameters<typeof stackOf>): Template {
  return Template.fromStack(stackOf(...given));
}

const template = templateOf();
const idOf = (type: string, prefix = '') =>
  Object.keys(template.findResources(type)).find((id) => id.startsWith(prefix)) as string;
const converse = Object.values(template.findResources('AWS::Lambda::Function')).find(
  ({ Properties }) => Properties.FunctionName === 'example-converse',
);

describe('prompts and answers', () => {
  test('are logged for the whole account and region, to the group and with the role of this stack', () => {
    const [logging] = appliedSettings(templateWithText());
    expect(logging?.name).toBe('bedrock-invocation-logging');
    expect(logging?.desired).toMatchObject({ logGroupName: '/example/bedrock/invocations' });
  });

  test('are logged only after the log group and the permission to write exist', () => {
    const [settings] = Object.values(template.findResources('Custom::Settings'));
    expect(settings?.DependsOn).toEqual(
      expect.arrayContaining([
        idOf('AWS::Logs::LogGroup', 'InvocationLog'),
        idOf('AWS::IAM::Role', 'InvocationLog'),
        idOf('AWS::IAM::ManagedPolicy', 'InvocationLog'),
      ]),
    );
  });

  test('are kept as long as the workload says, who asked as long as the organization says', () => {
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: '/example/bedrock/invocations',
      RetentionInDays: 400,
      DataProtectionPolicy: Match.objectLike({ Name: 'mask-personal-data-in-prompts' }),
    });
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: '/example/bedrock/audit',
      RetentionInDays: 1827,
    });
  });
});

describe('every log group', () => {
  test.each(Object.entries(template.findResources('AWS::Logs::LogGroup')))(
    '%s is encrypted with the key of the stack, expires and is retained',
    (_, logGroup) => {
      expect(logGroup.Properties.KmsKeyId).toEqual({ 'Fn::GetAtt': [idOf('AWS::KMS::Key'), 'Arn'] });
      expect(logGroup.Properties.RetentionInDays).toBeGreaterThan(0);
      expect(logGroup.DeletionPolicy).toBe('Retain');
    },
  );
});

describe('the function', () => {
  test('runs as the caller role, which exists once for each region of the workload', () => {
    const role = idOf('AWS::IAM::Role', 'Caller');
    expect(converse?.Properties.Role).toEqual({ 'Fn::GetAtt': [role, 'Arn'] });
    expect(template.findResources('AWS::IAM::Role')[role]?.Properties.RoleName).toBe(
      'example-bedrock-caller-ap-northeast-1',
    );
  });

  test('is given everything its code reads', () => {
    const variables = Object.fromEntries(
      Object.entries(converse?.Properties.Environment.Variables).map(([name, value]) => [name, JSON.stringify(value)]),
    );
    expect(() => readEnvironment({ ...variables, AWS_LAMBDA_LOG_STREAM_NAME: 'given by Lambda' })).not.toThrow();
  });

  test('names a numbered version of the guardrail, never the draft', () => {
    expect(converse?.Properties.Environment.Variables).toMatchObject({
      GUARDRAIL_ID: { 'Fn::GetAtt': [idOf('AWS::Bedrock::Guardrail', 'Guardrail'), 'GuardrailId'] },
      GUARDRAIL_VERSION: { 'Fn::GetAtt': [idOf('AWS::Bedrock::GuardrailVersion'), 'Version'] },
    });
  });

  test('may call one profile, where the model runs only through it, and write its two logs', () => {
    const role = idOf('AWS::IAM::Role', 'Caller');
    const statements: { Sid?: string; Effect: string; Action: string | string[] }[] = Object.values(
      template.findResources('AWS::IAM::ManagedPolicy'),
    )
      .filter(({ Properties }) => Properties.Roles?.some((attached: { Ref?: string }) => attached.Ref === role))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action);
    expect([...new Set(allowed)].sort()).toEqual([
      'bedrock:ApplyGuardrail',
      'bedrock:InvokeModel',
      'bedrock:InvokeModelWithResponseStream',
      'kms:Decrypt',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]);
    expect(statements.map(({ Sid }) => Sid)).toContain('DenyCallsWithoutTheGuardrail');
  });

  test('cannot be called by anybody without a permission of their own', () => {
    template.resourceCountIs('AWS::Lambda::Permission', 0);
    template.resourceCountIs('AWS::Lambda::Url', 0);
  });

  test('is not encrypted with a customer key, because Inspector would not scan it', () => {
    expect(converse?.Properties.KmsKeyArn).toBeUndefined();
  });
});

describe('alarms', () => {
  test('reach the people of the configuration through an encrypted topic', () => {
    template.hasResourceProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: { 'Fn::GetAtt': [idOf('AWS::KMS::Key'), 'Arn'] },
    });
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'security@example.com' });
    for (const alarm of Object.values(template.findResources('AWS::CloudWatch::Alarm'))) {
      expect(alarm.Properties.AlarmActions).toEqual([{ Ref: idOf('AWS::SNS::Topic') }]);
    }
  });

  test('have names the topic lets publish', () => {
    const policy = JSON.stringify(template.findResources('AWS::SNS::TopicPolicy'));
    expect(policy).toContain(':alarm:example-bedrock-*');
    for (const alarm of Object.values(template.findResources('AWS::CloudWatch::Alarm'))) {
      expect(alarm.Properties.AlarmName).toMatch(/^example-bedrock-/);
    }
  });

  test('can use the key', () => {
    template.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': '444455556666' } },
          }),
        ]),
      },
    });
  });
});

describe('a choice', () => {
  test('applies the guardrail AWS enforces in its region, and none of another region', () => {
    const enforcedIn = (region: 'ap-northeast-1' | 'us-east-1') => {
      const organizationGuardrail = { target: 'root' as const, guardrails: [{ region, id: 'abc123', version: 1 }] };
      const built = templateOf({ organization: exampleOrganization({ organizationGuardrail }) });
      return JSON.stringify(built.findResources('AWS::IAM::ManagedPolicy'));
    };
    expect(enforcedIn('ap-northeast-1')).toContain(':bedrock:ap-northeast-1:111122223333:guardrail/abc123');
    expect(enforcedIn('us-east-1')).not.toContain('guardrail/abc123');
  });

  test('guardrail tier in-region: no text leaves the region', () => {
    const local = templateOf({ guardrailProfile: undefined });
    local.hasResourceProperties('AWS::Bedrock::Guardrail', { CrossRegionConfig: Match.absent() });
    expect(JSON.stringify(local.findResources('AWS::IAM::ManagedPolicy'))).not.toContain('guardrail-profile');
  });

  test('guardrail tier in-region: whoever synthesizes is told what is lost in Japanese', () => {
    const warnings = ({ guardrailProfile }: Partial<WorkloadBedrockStackProps>) =>
      Annotations.fromStack(stackOf({ guardrailProfile })).findWarning(
        '*',
        Match.stringLikeRegexp('stays in its region'),
      );
    expect(warnings({ guardrailProfile: undefined })).toHaveLength(1);
    expect(warnings({ guardrailProfile: guardrailProfileOf('ap-northeast-1') })).toEqual([]);
  });

  test('enforceGuardrail: the numbered version is applied to every call of the account, to the whole text', () => {
    const bedrock = { inferenceProfiles: ['jp.amazon.nova-2-lite-v1:0'] };
    template.resourceCountIs('AWS::Bedrock::EnforcedGuardrailConfiguration', 0);
    templateOf({}, { bedrock: { ...bedrock, enforceGuardrail: true } }).hasResourceProperties(
      'AWS::Bedrock::EnforcedGuardrailConfiguration',
      {
        GuardrailIdentifier: { 'Fn::GetAtt': [idOf('AWS::Bedrock::Guardrail', 'Guardrail'), 'GuardrailArn'] },
        GuardrailVersion: { 'Fn::GetAtt': [idOf('AWS::Bedrock::GuardrailVersion'), 'Version'] },
        SelectiveContentGuarding: { System: 'COMPREHENSIVE', Messages: 'COMPREHENSIVE' },
      },
    );
  });

  test('deniedTopics: they are in the guardrail', () => {
    const deniedTopics = [{ name: 'Payroll', definition: '従業員の給与に関する質問' }];
    templateOf(
      {},
      { bedrock: { inferenceProfiles: ['jp.amazon.nova-2-lite-v1:0'], deniedTopics } },
    ).hasResourceProperties('AWS::Bedrock::Guardrail', {
      TopicPolicyConfig: { TopicsConfig: [Match.objectLike({ Name: 'Payroll' })] },
    });
  });

  test('language: messages, alarms and dashboard follow it', () => {
    for (const language of ['en', 'ja'] as const) {
      const texts = JSON.stringify(templateOf({}, { language }).toJSON());
      expect(texts.includes('ガードレール')).toBe(language === 'ja');
    }
  });

  test('a global profile: the role names the model without a region', () => {
    const global = templateOf({
      inference: {
        profileId: 'global.amazon.nova-2-lite-v1:0',
        foundationModel: 'amazon.nova-2-lite-v1:0',
        destinationRegions: [],
      },
    });
    expect(JSON.stringify(global.findResources('AWS::IAM::ManagedPolicy'))).toContain(
      ':bedrock:::foundation-model/amazon.nova-2-lite-v1:0',
    );
  });
});

test('one key and two functions in a region, no more', () => {
  template.resourceCountIs('AWS::KMS::Key', 1);
  template.resourceCountIs('AWS::Lambda::Function', 2);
});

test('two syntheses are equal, byte for byte', () => {
  const withoutAssets = (found: Template) =>
    JSON.stringify(found.toJSON()).replaceAll(/[0-9a-f]{64}/g, 'hash of an asset');
  expect(withoutAssets(templateOf())).toBe(withoutAssets(template));
});

/** The template with references as text, so that the setting's JSON can be read. */
function templateWithText(): Template {
  const json = structuredClone(template.toJSON());
  const [settings] = Object.values<{ Type: string; Properties: { settings: { desired: unknown }[] } }>(
    json.Resources,
  ).filter(({ Type }) => Type === 'Custom::Settings');
  for (const setting of settings?.Properties.settings ?? []) {
    const { 'Fn::Join': join } = setting.desired as { 'Fn::Join'?: [string, unknown[]] };
    if (join) setting.desired = join[1].map((part) => (typeof part === 'string' ? part : 'reference')).join('');
  }
  return Template.fromJSON(json);
}

describe('the dashboard', () => {
  const bodyOf = (of: Template) => JSON.stringify(of.findResources('AWS::CloudWatch::Dashboard'));
  const slack = { teamId: 'T0TEAM', appId: 'A0APP', dailyTokenBudget: 77_000, dailyTokenBudgetPerUser: 30_000 };
  const workload = { ...(exampleOrganization().accounts.workloads[0] as Workload), slack };

  test('shows the alarms and the budget of the assistant in its region, by the names its stack gives them', () => {
    const body = bodyOf(templateOf({ workload }));
    const { putAside, others } = assistantAlarmNames('example-bedrock-assistant');
    for (const name of [putAside, ...others]) expect(body).toContain(`:alarm:${name}`);
    expect(body).toContain('77000');
  });

  test('shows none of them in the other regions of the workload, nor without an assistant', () => {
    const elsewhere = { ...workload, regions: ['us-east-1', 'ap-northeast-1'] };
    for (const of of [
      templateOf({ workload: elsewhere }),
      templateOf({ workload: { ...workload, slack: undefined } }),
    ]) {
      expect(bodyOf(of)).not.toContain('example-bedrock-assistant');
      expect(bodyOf(of)).toContain('alarm');
    }
  });
});

describe('in the private network', () => {
  const inNetwork = templateOf({}, { services: { privateNetwork: true } });
  const parameter = (end: string) => ({
    Ref: expect.stringMatching(new RegExp(`^SsmParameterValueexamplenetwork${end}`)),
  });

  test('the function runs in both subnets, in the group that nothing reaches', () => {
    const [found] = Object.values(inNetwork.findResources('AWS::Lambda::Function')).filter(
      ({ Properties }) => Properties.FunctionName === 'example-converse',
    );
    expect(found?.Properties.VpcConfig).toEqual({
      SubnetIds: [parameter('firstsubnet'), parameter('secondsubnet')],
      SecurityGroupIds: [parameter('functionsgroup')],
    });
  });

  test('its door names the guardrail of this stack, by reference', () => {
    const [endpoint] = Object.values(inNetwork.findResources('AWS::EC2::VPCEndpoint'));
    expect(endpoint?.Properties).toMatchObject({
      ServiceName: 'com.amazonaws.ap-northeast-1.bedrock-runtime',
      PrivateDnsEnabled: true,
      SecurityGroupIds: [parameter('endpointsgroup')],
    });
    const denial = endpoint?.Properties.PolicyDocument.Statement.find(
      ({ Effect }: { Effect: string }) => Effect === 'Deny',
    );
    expect(JSON.stringify(denial.Condition)).toContain(idOf('AWS::Bedrock::Guardrail'));
  });

  test('and nowhere else: without it there is neither network nor door', () => {
    expect(converse?.Properties.VpcConfig).toBeUndefined();
    template.resourceCountIs('AWS::EC2::VPCEndpoint', 0);
  });
});

describe('what is larger than 100 KB', () => {
  const large = templateOf(
    {},
    { bedrock: { inferenceProfiles: ['jp.amazon.nova-2-lite-v1:0'], logLargePayloads: true } },
  );
  const bucketName = 'example-prompts-444455556666-ap-northeast-1';
  const buckets = Object.entries(large.findResources('AWS::S3::Bucket'));
  const [bucketId] = buckets.find(([, { Properties }]) => Properties.BucketName === bucketName) ?? [''];

  test('is not kept unless the organization says so', () => {
    template.resourceCountIs('AWS::S3::Bucket', 0);
  });

  test('is kept encrypted, versioned, private, logged, and as long as the log of prompts', () => {
    large.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: {
        BucketName: bucketName,
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: Match.objectLike({ SSEAlgorithm: 'aws:kms' }) },
          ],
        },
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: Match.objectLike({ RestrictPublicBuckets: true }),
        LoggingConfiguration: { DestinationBucketName: Match.anyValue() },
        LifecycleConfiguration: { Rules: Match.arrayWith([Match.objectLike({ ExpirationInDays: 400 })]) },
      },
    });
  });

  test('is written by Amazon Bedrock of this account and region only, below its prefix', () => {
    const policy = Object.values(large.findResources('AWS::S3::BucketPolicy')).find(
      ({ Properties }) => Properties.Bucket.Ref === bucketId,
    );
    const statement = policy?.Properties.PolicyDocument.Statement.find(
      ({ Sid }: { Sid?: string }) => Sid === 'BedrockWrites',
    );
    expect(statement).toMatchObject({
      Action: 's3:PutObject',
      Principal: { Service: 'bedrock.amazonaws.com' },
      Condition: {
        StringEquals: { 'aws:SourceAccount': '444455556666' },
        ArnLike: { 'aws:SourceArn': expect.anything() },
      },
    });
    expect(JSON.stringify(statement.Resource)).toContain('/AWSLogs/444455556666/BedrockModelInvocationLogs/*');
  });

  test('is delivered once bucket and policy exist', () => {
    const [settings] = Object.values(large.findResources('Custom::Settings'));
    const [policyId] =
      Object.entries(large.findResources('AWS::S3::BucketPolicy')).find(
        ([, { Properties }]) => Properties.Bucket.Ref === bucketId,
      ) ?? [];
    expect(settings?.DependsOn).toEqual(expect.arrayContaining([bucketId, policyId]));
    expect(JSON.stringify(settings?.Properties)).toContain('largePayloadBucket');
  });
});
