import { namesOf } from '../../config/names';
import type { Statement, StringOrList } from '../../policies/policy';
import { endpointPolicyOf, roleChain } from '../helpers/deployed-roles';
import { deployed, guardrailId, secretSuffix } from '../helpers/deployed-templates';
import { exampleOrganization } from '../helpers/example';

/** One request, with the door it takes out of the private network; functions outside of it take none. */
interface Call {
  readonly does: string;
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, StringOrList>>;
  readonly through?: string;
}

const region = 'ap-northeast-1';
const account = '444455556666';
const arn = (service: string, resource: string, owner = account, place = region) =>
  `arn:aws:${service}:${place}:${owner}:${resource}`;
const model = (place: string, id = 'amazon.nova-2-lite-v1:0') => `arn:aws:bedrock:${place}::foundation-model/${id}`;
const profile = arn('bedrock', 'inference-profile/jp.amazon.nova-2-lite-v1:0');
const guardrailArn = arn('bedrock', `guardrail/${guardrailId}`);
const guarded = { 'bedrock:GuardrailIdentifier': `${guardrailArn}:3` };
const throughProfile = { 'bedrock:InferenceProfileArn': profile };
const invoke = 'bedrock:InvokeModel';

/** The endpoint a call passes from within the private network, which has no other way out. */
function doorOf({ action }: Call): string | undefined {
  const [service = ''] = action.split(':');
  if (/^bedrock:(Invoke|Apply)/.test(action)) return 'bedrock-runtime';
  return ['lambda', 'logs', 'secretsmanager', 'sqs', 'sts'].find((one) => one === service);
}

function organizationOf(privateNetwork: boolean) {
  return exampleOrganization({ profile: 'regulated', services: { privateNetwork } });
}

describe.each([
  ['in the private network', true],
  ['without a network of its own', false],
])('the roles of the assistant %s, under everything that AWS asks', (_, privateNetwork) => {
  const organization = organizationOf(privateNetwork);
  const names = namesOf(organization);
  const resources = deployed(organization);
  const chains = new Map<string, ReturnType<typeof roleChain>>();
  const ask = (roleName: string, { action, resource, context, through }: Call, attached: readonly Statement[] = []) => {
    const door = privateNetwork ? through : undefined;
    const key = `${roleName} ${door} ${attached.length}`;
    const found = chains.get(key) ?? roleChain(resources, organization, roleName, door, attached);
    chains.set(key, found);
    return found.chain.decide({
      principal: found.arn,
      action,
      resource,
      // A model and an action without resource belong to nobody: asked for in the account.
      ...(resource === '*' || resource.split(':')[4] === '' ? { resourceAccountId: account } : {}),
      context: {
        'aws:SecureTransport': 'true',
        'aws:RequestedRegion': resource.split(':')[3] || region,
        ...context,
      },
    });
  };
  const table = (calls: readonly Call[]) => calls.map((call) => [`${call.does} (${call.action})`, call] as const);
  const arnOf = (type: string, matches: (properties: Readonly<Record<string, unknown>>) => boolean) =>
    resources.find(
      ({ Type, Properties, stack }) => Type === type && stack.startsWith('assistant-') && matches(Properties),
    );

  const worker = names.assistantWorkerRoleIn(region);
  const caller = names.bedrockCallerRoleIn(region);
  const queue = arn('sqs', String(arnOf('AWS::SQS::Queue', ({ RedrivePolicy }) => RedrivePolicy !== undefined)?.id));
  const claims = arn('dynamodb', `table/${arnOf('AWS::DynamoDB::Table', () => true)?.id}`);
  const botToken = arn('secretsmanager', `secret:${names.slackBotToken}${secretSuffix}`);
  const poster = arn('lambda', `function:${names.assistantPoster}`);

  const modelCalls: readonly Call[] = [
    { does: 'calls its profile', action: invoke, resource: profile, context: guarded, through: 'bedrock-runtime' },
    ...['ap-northeast-1', 'ap-northeast-3'].map((place) => ({
      does: `runs the model in ${place}`,
      action: invoke,
      resource: model(place),
      context: { ...guarded, ...throughProfile },
      through: 'bedrock-runtime',
    })),
    {
      does: 'applies the guardrail',
      action: 'bedrock:ApplyGuardrail',
      resource: guardrailArn,
      through: 'bedrock-runtime',
    },
    ...['ap-northeast-1', 'ap-south-1'].map((place) => ({
      does: `has the guardrail evaluated in ${place}`,
      action: 'bedrock:ApplyGuardrail',
      resource: arn('bedrock', 'guardrail-profile/apac.guardrail.v1:0', account, place),
      through: 'bedrock-runtime',
    })),
    {
      does: 'writes the audit record',
      action: 'logs:PutLogEvents',
      resource: arn('logs', `log-group:${names.auditLogGroup}:log-stream:1`),
      through: 'logs',
    },
    {
      does: 'begins a stream of audit records',
      action: 'logs:CreateLogStream',
      resource: arn('logs', `log-group:${names.auditLogGroup}:log-stream:1`),
      through: 'logs',
    },
  ];
  const workerCalls: readonly Call[] = [
    ...modelCalls,
    // Lambda reads the queue for the function, from outside of the network.
    { does: 'is given questions', action: 'sqs:ReceiveMessage', resource: queue },
    { does: 'is rid of questions', action: 'sqs:DeleteMessage', resource: queue },
    { does: 'puts a question off', action: 'sqs:ChangeMessageVisibility', resource: queue, through: 'sqs' },
    ...['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'].map((action) => ({
      does: 'claims a question',
      action,
      resource: claims,
      through: 'dynamodb',
    })),
    privateNetwork
      ? { does: 'posts through a function', action: 'lambda:InvokeFunction', resource: poster, through: 'lambda' }
      : { does: 'reads its token', action: 'secretsmanager:GetSecretValue', resource: botToken },
  ];

  test.each(table(workerCalls))('allows: the worker %s', (_does, call) => {
    expect(ask(worker, call)).toBe('allowed');
  });

  test.each(table(modelCalls))('allows: the function that answers one prompt %s', (_does, call) => {
    expect(ask(caller, call)).toBe('allowed');
  });

  const guardedModel = { ...guarded, ...throughProfile };
  const bypasses: readonly Call[] = [
    { does: 'another model', action: invoke, resource: model(region, 'meta.llama9-v1:0'), context: guardedModel },
    {
      does: 'another approved model',
      action: invoke,
      resource: arn('bedrock', 'inference-profile/jp.anthropic.claude-haiku-5-5'),
      context: guarded,
    },
    {
      does: 'a global profile',
      action: invoke,
      resource: arn('bedrock', 'inference-profile/global.amazon.nova-2-lite-v1:0'),
      context: guarded,
    },
    { does: 'the model around its profile', action: invoke, resource: model(region), context: guarded },
    { does: 'no guardrail', action: invoke, resource: model(region), context: throughProfile },
    {
      does: 'another guardrail',
      action: invoke,
      resource: model(region),
      context: { ...throughProfile, 'bedrock:GuardrailIdentifier': arn('bedrock', 'guardrail/zzzzzzzzzzzz:1') },
    },
    {
      does: 'the draft of the guardrail, which anybody may change',
      action: invoke,
      resource: model(region),
      context: { ...throughProfile, 'bedrock:GuardrailIdentifier': guardrailArn },
    },
    {
      does: 'a guardrail of another account',
      action: 'bedrock:ApplyGuardrail',
      resource: arn('bedrock', `guardrail/${guardrailId}`, '999988887777'),
    },
    {
      does: 'its model from a region without a log',
      action: invoke,
      resource: model('us-east-1'),
      context: guarded,
    },
    {
      does: 'its profile from a region without a log',
      action: invoke,
      resource: arn('bedrock', 'inference-profile/jp.amazon.nova-2-lite-v1:0', account, 'us-east-1'),
      context: guarded,
    },
    { does: 'a batch of prompts', action: 'bedrock:CreateModelInvocationJob', resource: model(region) },
    { does: 'an API key', action: 'bedrock:CallWithBearerToken', resource: '*' },
    {
      does: 'the other endpoint',
      action: 'bedrock-mantle:CreateInference',
      resource: arn('bedrock-mantle', 'project/default'),
      context: { 'bedrock-mantle:Model': 'amazon.nova-2-lite-v1:0' },
    },
    { does: 'a search of the web', action: 'bedrock-websearch:InvokeSearch', resource: '*' },
    { does: 'Marketplace', action: 'aws-marketplace:Subscribe', resource: '*' },
    { does: 'an agreement', action: 'bedrock:CreateFoundationModelAgreement', resource: '*' },
    { does: 'no log', action: 'bedrock:DeleteModelInvocationLoggingConfiguration', resource: '*' },
    { does: 'another log', action: 'bedrock:PutModelInvocationLoggingConfiguration', resource: '*' },
    {
      does: 'prompts that are kept',
      action: 'bedrock:PutAccountDataRetention',
      resource: '*',
      context: { 'bedrock:DataRetentionMode': 'default' },
    },
    { does: 'a weaker guardrail', action: 'bedrock:UpdateGuardrail', resource: guardrailArn },
    ...['logs:GetLogEvents', 'logs:FilterLogEvents', 'logs:StartQuery', 'logs:Unmask'].map((action) => ({
      does: 'the prompts of others',
      action,
      resource: arn('logs', `log-group:${names.invocationLogGroup}:log-stream:aws/bedrock/modelinvocations`),
    })),
    {
      does: 'a forged prompt in the log',
      action: 'logs:PutLogEvents',
      resource: arn('logs', `log-group:${names.invocationLogGroup}:log-stream:aws/bedrock/modelinvocations`),
    },
    {
      does: 'no audit records',
      action: 'logs:DeleteLogGroup',
      resource: arn('logs', `log-group:${names.auditLogGroup}`),
    },
    ...[account, '999988887777'].map((owner) => ({
      does: `another role of ${owner}`,
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${owner}:role/administrator`,
    })),
    { does: 'a longer arm', action: 'iam:AttachRolePolicy', resource: `arn:aws:iam::${account}:role/${worker}` },
    {
      does: 'the secret that Slack signs with',
      action: 'secretsmanager:GetSecretValue',
      resource: arn('secretsmanager', `secret:${names.slackSigningSecret}${secretSuffix}`),
    },
    { does: 'another function', action: 'lambda:InvokeFunction', resource: arn('lambda', 'function:report') },
    { does: 'a queue of another account', action: 'sqs:SendMessage', resource: arn('sqs', 'drop', '999988887777') },
    {
      does: 'a network interface of its own, from its code',
      action: 'ec2:CreateNetworkInterface',
      resource: arn('ec2', 'network-interface/*'),
      context: { 'lambda:SourceFunctionArn': arn('lambda', 'function:worker') },
    },
  ];

  test.each(table(bypasses))('denies: the worker uses %s', (_does, call) => {
    expect(ask(worker, call)).toMatch(/-denied$/);
  });

  test.each(table(bypasses))('denies: the function that answers one prompt uses %s', (_does, call) => {
    expect(ask(caller, call)).toMatch(/-denied$/);
  });

  test('denies: almost all of it even to a worker to which somebody has attached everything', () => {
    const everything: Statement[] = [{ Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' }];
    const open = bypasses.filter((call) => ask(worker, { ...call, through: doorOf(call) }, everything) === 'allowed');
    expect(open.map(({ does }) => does)).toEqual(
      privateNetwork
        ? ['the secret that Slack signs with']
        : ['another approved model', 'a forged prompt in the log', 'the secret that Slack signs with'],
    );
  });

  test('allows: Lambda attaches both functions to the network, and only where there is one', () => {
    const attach = (action: string, resource: string) =>
      [worker, caller].map((roleName) => ask(roleName, { does: 'attach', action, resource }));
    const expected = privateNetwork ? ['allowed', 'allowed'] : ['implicitly-denied', 'implicitly-denied'];
    expect(attach('ec2:CreateNetworkInterface', arn('ec2', 'network-interface/*'))).toEqual(expected);
    expect(attach('ec2:DeleteNetworkInterface', arn('ec2', 'network-interface/eni-1'))).toEqual(expected);
    expect(attach('ec2:DescribeNetworkInterfaces', '*')).toEqual(expected);
  });

  if (privateNetwork) {
    const posterRole = names.assistantPosterRoleIn(region);

    test('allows: the function that posts reads the token, and nothing else', () => {
      const token = { does: 'read', action: 'secretsmanager:GetSecretValue', resource: botToken };
      expect(ask(posterRole, token)).toBe('allowed');
      const others = [...workerCalls, ...bypasses].filter(({ does }) => does !== 'reads its token');
      expect(others.filter((call) => ask(posterRole, call) === 'allowed')).toEqual([]);
    });

    test('denies: the worker reads the token, which it does not need there', () => {
      const token = { does: 'read', action: 'secretsmanager:GetSecretValue', resource: botToken };
      expect(ask(worker, { ...token, through: 'secretsmanager' })).toMatch(/-denied$/);
    });

    test('has an endpoint for every call the functions make from within', () => {
      const doors = workerCalls.flatMap(({ through = [] }) => through);
      for (const service of new Set(doors)) expect(endpointPolicyOf(resources, service).Statement).not.toEqual([]);
    });
  }
});
