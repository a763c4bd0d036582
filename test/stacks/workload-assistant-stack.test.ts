import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { guardrailProfileOf } from '../../config/guardrail-profiles';
import { foundationModelOf, geographyOf } from '../../config/inference-profiles';
import type { OrganizationInput } from '../../config/organization-schema';
import type { Workload } from '../../config/resolve-organization';
import { assistantAlarmNames } from '../../constructs/assistant-alarms';
import { newClaim } from '../../functions/assistant/claim';
import {
  readIngressEnvironment,
  readPosterEnvironment,
  readWorkerEnvironment,
} from '../../functions/assistant/environment';
import { readEnvironment } from '../../functions/converse/environment';
import { permissionsBoundary } from '../../policies/permissions-boundary';
import { WorkloadAssistantStack } from '../../stacks/workload-assistant-stack';
import { baselineProps } from '../helpers/example';

type Slack = NonNullable<Workload['slack']>;

function templateOf(more: Partial<Slack> = {}, overrides: Partial<OrganizationInput> = {}): Template {
  const baseline = baselineProps('workload', undefined, overrides);
  const workload = baseline.organization.accounts.workloads[0] as Workload;
  const stack = new WorkloadAssistantStack(new App(), 'assistant-assistant', {
    ...baseline,
    workload,
    slack: { ...(workload.slack as Slack), ...more },
    inference: {
      profileId: workload.inferenceProfile,
      foundationModel: foundationModelOf(workload.inferenceProfile),
      destinationRegions: geographyOf(workload.inferenceProfile)?.destinationRegions ?? [],
    },
    guardrailProfile: guardrailProfileOf(baseline.env.region),
  });
  return Template.fromStack(stack);
}

const template = templateOf();
const resources = (type: string) => template.findResources(type);
const idOf = (type: string, prefix = '') => Object.keys(resources(type)).find((id) => id.startsWith(prefix)) as string;
const parameter = (end: string) => ({
  Ref: expect.stringMatching(new RegExp(`^SsmParameterValueexamplebedrock${end}.*Parameter$`)),
});
const functionOf = (prefix: string) => resources('AWS::Lambda::Function')[idOf('AWS::Lambda::Function', prefix)];
const variablesOf = (prefix: string) =>
  Object.fromEntries(
    Object.entries(functionOf(prefix)?.Properties.Environment.Variables).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Condition?: unknown;
}

function statementsOf(rolePrefix: string): Statement[] {
  const role = idOf('AWS::IAM::Role', rolePrefix);
  return Object.values(resources('AWS::IAM::ManagedPolicy'))
    .filter(({ Properties }) => Properties.Roles?.some((attached: { Ref?: string }) => attached.Ref === role))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}
const allowedBy = (rolePrefix: string) => [
  ...new Set(statementsOf(rolePrefix).flatMap(({ Effect, Action }) => (Effect === 'Allow' ? Action : []))),
];

describe('what Slack reaches', () => {
  test('is one path with one method, throttled, without CORS', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      ProtocolType: 'HTTP',
      CorsConfiguration: Match.absent(),
    });
    const routes = Object.values(resources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties.RouteKey);
    expect(routes).toEqual(['POST /slack/events']);
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 },
    });
  });

  test('is on record: who called from where, and nothing that was sent', () => {
    const [stage] = Object.values(resources('AWS::ApiGatewayV2::Stage'));
    expect(stage?.Properties.AccessLogSettings.DestinationArn).toEqual({
      'Fn::GetAtt': [idOf('AWS::Logs::LogGroup', 'Api'), 'Arn'],
    });
    const format = JSON.parse(stage?.Properties.AccessLogSettings.Format);
    expect(Object.values(format)).toContain('$context.identity.sourceIp');
    expect(JSON.stringify(format)).not.toMatch(/body|header|authorizer/i);
  });

  test('may call the ingress and nothing else', () => {
    const permissions = Object.values(resources('AWS::Lambda::Permission'));
    expect(permissions).toHaveLength(1);
    expect(permissions[0]?.Properties).toMatchObject({
      Principal: 'apigateway.amazonaws.com',
      FunctionName: { 'Fn::GetAtt': [idOf('AWS::Lambda::Function', 'Slack'), 'Arn'] },
    });
    expect(JSON.stringify(permissions[0]?.Properties.SourceArn)).toContain('/*/*/slack/events');
    template.resourceCountIs('AWS::Lambda::Url', 0);
  });

  test('is given as an output, without an export', () => {
    const { SlackRequestUrl } = template.findOutputs('*');
    expect(JSON.stringify(SlackRequestUrl?.Value)).toContain('/slack/events');
    expect(SlackRequestUrl?.Export).toBeUndefined();
  });
});

describe('the ingress', () => {
  test('can read one secret and send to one queue, and cannot reach Amazon Bedrock', () => {
    expect(allowedBy('Slack').sort()).toEqual([
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'secretsmanager:GetSecretValue',
      'sqs:SendMessage',
    ]);
    const [decrypt] = statementsOf('Slack').filter(({ Action }) => Action.includes('kms:Decrypt'));
    expect(decrypt?.Condition).toEqual({
      StringEquals: {
        'kms:ViaService': ['secretsmanager.ap-northeast-1.amazonaws.com', 'sqs.ap-northeast-1.amazonaws.com'],
      },
    });
  });

  test('is given everything its code reads', () => {
    expect(readIngressEnvironment(variablesOf('Slack')).audience).toEqual({
      teamId: 'T0123456789',
      appId: 'A0123456789',
    });
  });

  test('answers only the channels of the configuration, where it names some', () => {
    const limited = templateOf({ channels: ['C0123456789', 'C9876543210'] });
    limited.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ SLACK_CHANNELS: 'C0123456789,C9876543210' }) },
    });
  });
});

describe('the worker', () => {
  test('can do what one answer needs, and no more', () => {
    expect(allowedBy('Caller').sort()).toEqual([
      'bedrock:ApplyGuardrail',
      'bedrock:InvokeModel',
      'bedrock:InvokeModelWithResponseStream',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'kms:Decrypt',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'secretsmanager:GetSecretValue',
      'sqs:ChangeMessageVisibility',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:ReceiveMessage',
    ]);
  });

  test('cannot call a model without the guardrail of the Bedrock stack', () => {
    const [deny] = statementsOf('Caller').filter(({ Effect }) => Effect === 'Deny');
    expect(deny?.Sid).toBe('DenyCallsWithoutTheGuardrail');
    expect(JSON.stringify(deny?.Condition)).toMatch(/SsmParameterValueexamplebedrockguardrailid.*:\*/);
    expect(functionOf('Assistant')?.Properties.Environment.Variables).toMatchObject({
      GUARDRAIL_ID: parameter('guardrailid'),
      GUARDRAIL_VERSION: parameter('guardrailversion'),
    });
  });

  test('is given everything its code reads', () => {
    const variables = { ...variablesOf('Assistant'), AWS_LAMBDA_LOG_STREAM_NAME: 'given by Lambda' };
    expect(readEnvironment(variables).auditLogGroup).toBe('/example/bedrock/audit');
    expect(readWorkerEnvironment(variables)).toMatchObject({
      language: 'ja',
      dailyTokens: 1_000_000,
      dailyTokensPerUser: 100_000,
    });
  });

  test('reads one question at a time, two at once, and reports what failed', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [idOf('AWS::SQS::Queue', 'QuestionsQueue'), 'Arn'] },
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  test('starts to read only when its role may', () => {
    const [mapping] = Object.values(resources('AWS::Lambda::EventSourceMapping'));
    expect(mapping?.DependsOn).toContain(idOf('AWS::IAM::ManagedPolicy', 'AssistantWorker'));
  });
});

describe.each(['Slack', 'Caller'])('the role %s', (prefix) => {
  test('is bounded, and the boundary allows everything its policies allow', () => {
    const role = resources('AWS::IAM::Role')[idOf('AWS::IAM::Role', prefix)];
    expect(JSON.stringify(role?.Properties.PermissionsBoundary)).toContain(':policy/example-permissions-boundary');
    const facts = { partition: 'aws', accountId: '444455556666', governedRegions: [], inferenceProfiles: [] };
    const { Statement: ceiling } = permissionsBoundary({ ...facts, permissionsBoundary: 'boundary' });
    const allowed = ceiling.flatMap(({ Effect, Action }) => (Effect === 'Allow' ? (Action ?? []) : []));
    expect(allowedBy(prefix).filter((action) => !allowed.includes(action))).toEqual([]);
  });

  test('can be used by Lambda of this account only', () => {
    const role = resources('AWS::IAM::Role')[idOf('AWS::IAM::Role', prefix)];
    expect(role?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
      expect.objectContaining({
        Principal: { Service: 'lambda.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '444455556666' } },
      }),
    ]);
  });
});

describe('times that code and template have to agree on', () => {
  const now = Date.UTC(2026, 10, 27);

  test('a lease outlives the function, so that two never work on one question', () => {
    expect(newClaim('Ev1', now).leaseUntil - now).toBeGreaterThan(functionOf('Assistant')?.Properties.Timeout * 1000);
  });

  test('a claim outlives its question, so that one that is sent back is not billed again', () => {
    const retention = Object.values(resources('AWS::SQS::Queue')).map(
      ({ Properties }) => Properties.MessageRetentionPeriod,
    );
    const longest = Math.max(...retention);
    expect(longest).toBe(1_209_600);
    expect(newClaim('Ev1', now).expiresAt - now / 1000).toBeGreaterThan(longest);
  });

  test('Slack has given up before the ingress does', () => {
    expect(functionOf('Slack')?.Properties.Timeout).toBeGreaterThan(3);
  });
});

describe('what is kept', () => {
  test.each(['AWS::DynamoDB::Table', 'AWS::Logs::LogGroup', 'AWS::SecretsManager::Secret', 'AWS::SQS::Queue'])(
    'every %s is encrypted with the key of the Bedrock stack and outlives its own',
    (type) => {
      const found = Object.values(resources(type));
      expect(found.length).toBeGreaterThan(0);
      for (const { Properties, DeletionPolicy, UpdateReplacePolicy } of found) {
        const key = Properties.KmsKeyId ?? Properties.KmsMasterKeyId ?? Properties.SSESpecification?.KMSMasterKeyId;
        expect(key).toEqual(parameter('key'));
        expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
      }
    },
  );

  test('questions keep their order within a thread, and wait longer than a function may run', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      FifoQueue: true,
      VisibilityTimeout: 720,
      RedrivePolicy: {
        deadLetterTargetArn: { 'Fn::GetAtt': [idOf('AWS::SQS::Queue', 'QuestionsPutAside'), 'Arn'] },
        maxReceiveCount: 8,
      },
    });
    template.hasResourceProperties('AWS::SQS::Queue', { FifoQueue: true, MessageRetentionPeriod: 1_209_600 });
  });

  test('claims expire, can be recovered and cannot be deleted', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    });
  });

  test('secrets have no value: a person sets it', () => {
    const secrets = Object.values(resources('AWS::SecretsManager::Secret')).map(({ Properties }) => Properties);
    expect(secrets.map(({ Name }) => Name).sort()).toEqual(['example/slack/bot-token', 'example/slack/signing-secret']);
    for (const secret of secrets) expect(Object.keys(secret).sort()).toEqual(['Description', 'KmsKeyId', 'Name']);
  });
});

test('alarms tell the topic of the Bedrock stack, under names it lets publish', () => {
  const alarms = Object.values(resources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
  expect(alarms).toHaveLength(5);
  const { putAside, others } = assistantAlarmNames('example-bedrock-assistant');
  expect(alarms.map(({ AlarmName }) => AlarmName).sort()).toEqual([putAside, ...others].sort());
  for (const alarm of alarms) {
    expect(alarm.AlarmName).toMatch(/^example-bedrock-/);
    expect(alarm.AlarmActions).toEqual([parameter('alerttopic')]);
  }
});

test('no key of its own, two functions that Inspector can scan', () => {
  template.resourceCountIs('AWS::KMS::Key', 0);
  template.resourceCountIs('AWS::Lambda::Function', 2);
  for (const { Properties } of Object.values(resources('AWS::Lambda::Function'))) {
    expect(Properties.KmsKeyArn).toBeUndefined();
  }
});

describe('in the private network', () => {
  const inNetwork = templateOf({}, { services: { privateNetwork: true } });
  const functions = Object.entries(inNetwork.findResources('AWS::Lambda::Function'));
  const found = (prefix: string) => functions.find(([id]) => id.startsWith(prefix))?.[1].Properties;
  const textsOf = (variables: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );

  test('the worker runs inside, and what speaks with Slack outside', () => {
    expect(functions).toHaveLength(3);
    expect(found('Assistant').VpcConfig.SubnetIds).toHaveLength(2);
    expect([found('Slack').VpcConfig, found('Poster').VpcConfig]).toEqual([undefined, undefined]);
  });

  test('the token is where the posts come from, and the worker has a function instead', () => {
    const worker = textsOf(found('Assistant').Environment.Variables);
    expect(readWorkerEnvironment(worker).posts).toEqual({ through: expect.stringContaining('Poster') });
    expect(worker.BOT_TOKEN_ARN).toBeUndefined();
    expect(worker.AWS_ACCOUNT_ID_ENDPOINT_MODE).toBe('disabled');
    expect(variablesOf('Assistant').AWS_ACCOUNT_ID_ENDPOINT_MODE).toBeUndefined();
    expect(readPosterEnvironment(textsOf(found('Poster').Environment.Variables)).botTokenArn).toContain('BotToken');
  });

  test('the function that posts has the name that the door of Lambda lets pass', () => {
    expect(found('Poster').FunctionName).toBe('example-assistant-poster');
  });

  test('the function that posts is given up before the worker gives up on it', () => {
    expect(found('Poster').Timeout).toBeLessThan(25);
    expect(found('Assistant').Timeout).toBeGreaterThan(60 + 25);
  });
});

test('a guardrail that AWS enforces may be applied by the worker too, or every answer would fail', () => {
  const guardrails = [{ region: 'ap-northeast-1', id: 'orgguardrail', version: 1 }] as const;
  const enforced = templateOf({}, { organizationGuardrail: { guardrails: [...guardrails] } });
  enforced.hasResourceProperties('AWS::IAM::ManagedPolicy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Sid: 'ApplyTheOrganizationGuardrail' })]) },
  });
});
