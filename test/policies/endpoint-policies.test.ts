import { compileChain } from '../../evaluator/chain';
import type { BedrockCallerFacts } from '../../policies/bedrock-caller-role';
import {
  bedrockEndpointPolicy,
  type EndpointPolicyFacts,
  type EndpointService,
  endpointPolicy,
} from '../../policies/endpoint-policies';
import type { PolicyDocument, Statement } from '../../policies/policy';
import { unknownNames } from '../helpers/decide';

const accountId = '444455556666';
const stranger = '999988887777';
const region = 'ap-northeast-1';
const organizationId = 'o-exampleorg1';
const facts: EndpointPolicyFacts = {
  partition: 'aws',
  organizationId,
  accountId,
  region,
  auditLogGroup: '/example/bedrock/audit',
  posterFunction: 'example-assistant-poster',
  secrets: 'example/',
};
const guardrailArn = `arn:aws:bedrock:${region}:${accountId}:guardrail/abcdefghijkl`;
const caller: BedrockCallerFacts = {
  partition: 'aws',
  accountId,
  region,
  inferenceProfile: 'jp.amazon.nova-2-lite-v1:0',
  foundationModel: 'amazon.nova-2-lite-v1:0',
  destinationRegions: ['ap-northeast-1', 'ap-northeast-3'],
  guardrailArn,
  guardrailKeyArn: `arn:aws:kms:${region}:${accountId}:key/1`,
  guardrailProfile: { id: 'apac.guardrail.v1:0', regions: ['ap-northeast-1', 'ap-south-1'] },
};
const arn = (service: string, resource: string, owner = accountId) =>
  `arn:aws:${service}:${region}:${owner}:${resource}`;
const profile = arn('bedrock', 'inference-profile/jp.amazon.nova-2-lite-v1:0');
const model = (place: string, id = 'amazon.nova-2-lite-v1:0') => `arn:aws:bedrock:${place}::foundation-model/${id}`;

interface Asking {
  readonly owner?: string;
  readonly organization?: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** Who asks and what is asked for have been granted everything: what decides is the endpoint. */
function passes(document: PolicyDocument, action: string, resource: string, asking: Asking = {}): boolean {
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
  const { owner = accountId, organization = organizationId, context } = asking;
  const chain = compileChain({
    identityPolicies: [{ name: 'all', document: { Version: '2012-10-17', Statement: everything } }],
    resourcePolicy: {
      name: 'open',
      kind: 'resource-policy',
      document: { Version: '2012-10-17', Statement: { ...everything, Principal: '*' } },
    },
    vpcEndpointPolicy: { name: 'endpoint', document },
  });
  const decision = chain.decide({
    principal: { arn: `arn:aws:iam::${owner}:role/somebody`, organizationId: organization },
    action,
    resource,
    ...(resource === '*' || resource.split(':')[4] === '' ? { resourceAccountId: owner } : {}),
    context: { 'aws:PrincipalAccount': owner, 'aws:PrincipalOrgID': organization, ...context },
  });
  if (decision === 'unknown') throw new Error(`${action} on ${resource} lacks a key to be decided`);
  return decision === 'allowed';
}

const calls: readonly [EndpointService, action: string, resource: (owner: string) => string][] = [
  ['dynamodb', 'dynamodb:PutItem', (owner) => arn('dynamodb', 'table/claims', owner)],
  ['kms', 'kms:Decrypt', (owner) => arn('kms', 'key/1', owner)],
  ['lambda', 'lambda:InvokeFunction', (owner) => arn('lambda', 'function:example-assistant-poster', owner)],
  ['logs', 'logs:PutLogEvents', (owner) => arn('logs', 'log-group:/example/bedrock/audit:log-stream:1', owner)],
  [
    'secretsmanager',
    'secretsmanager:GetSecretValue',
    (owner) => arn('secretsmanager', 'secret:example/a-AbCdEf', owner),
  ],
  ['sqs', 'sqs:ChangeMessageVisibility', (owner) => arn('sqs', 'questions.fifo', owner)],
];

describe.each(calls)('the endpoint of %s', (service, action, resource) => {
  const policy = endpointPolicy(service, facts);

  test('lets the account pass to its own', () => {
    expect(passes(policy, action, resource(accountId))).toBe(true);
  });

  test('stops the account on its way to what belongs to another', () => {
    expect(passes(policy, action, resource(stranger))).toBe(false);
  });

  test('stops a principal of another account, of this organization or of none, whatever it asks for', () => {
    for (const owned of [accountId, stranger]) {
      expect(passes(policy, action, resource(owned), { owner: stranger })).toBe(false);
      expect(passes(policy, action, resource(owned), { owner: stranger, organization: 'o-anotherorg' })).toBe(false);
    }
  });

  test('stops the account when it is of another organization', () => {
    expect(passes(policy, action, resource(accountId), { organization: 'o-anotherorg' })).toBe(false);
  });
});

test.each([
  ['dynamodb', 'dynamodb:ExportTableToPointInTime', arn('dynamodb', 'table/claims')],
  ['kms', 'kms:ScheduleKeyDeletion', arn('kms', 'key/1')],
  ['lambda', 'lambda:InvokeFunction', arn('lambda', 'function:report')],
  ['lambda', 'lambda:UpdateFunctionCode', arn('lambda', 'function:example-assistant-poster')],
  ['logs', 'logs:PutLogEvents', arn('logs', 'log-group:/example/bedrock/invocations:log-stream:1')],
  ['logs', 'logs:GetLogEvents', arn('logs', 'log-group:/example/bedrock/audit:log-stream:1')],
  ['secretsmanager', 'secretsmanager:PutSecretValue', arn('secretsmanager', 'secret:example/a-AbCdEf')],
  ['secretsmanager', 'secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:other/a-AbCdEf')],
  ['sqs', 'sqs:PurgeQueue', arn('sqs', 'questions.fifo')],
  ['sts', 'sts:AssumeRole', `arn:aws:iam::${accountId}:role/administrator`],
  ['sts', 'sts:AssumeRole', `arn:aws:iam::${stranger}:role/collector`],
] as const)('the endpoint of %s stops %s on %s', (service, action, resource) => {
  expect(passes(endpointPolicy(service, facts), action, resource)).toBe(false);
});

test('the endpoint of STS says to the account who it is, under the same condition as the others', () => {
  const policy = endpointPolicy('sts', facts);
  expect(passes(policy, 'sts:GetCallerIdentity', '*')).toBe(true);
  // IAM never denies this action to anybody, so only the shape can be compared.
  expect(policy.Statement[0]?.Condition).toEqual(endpointPolicy('logs', facts).Statement[0]?.Condition);
});

describe('the endpoint of Amazon Bedrock', () => {
  const policy = bedrockEndpointPolicy(caller, organizationId);
  const guarded = { 'bedrock:GuardrailIdentifier': `${guardrailArn}:3` };
  const context = { ...guarded, 'bedrock:InferenceProfileArn': profile };

  test.each([
    ['the profile', 'bedrock:InvokeModel', profile],
    ['the model at home', 'bedrock:InvokeModel', model('ap-northeast-1')],
    ['the model where the profile routes to', 'bedrock:InvokeModelWithResponseStream', model('ap-northeast-3')],
    ['the guardrail', 'bedrock:ApplyGuardrail', guardrailArn],
    [
      'the guardrail in its geography',
      'bedrock:ApplyGuardrail',
      `arn:aws:bedrock:ap-south-1:${accountId}:guardrail-profile/apac.guardrail.v1:0`,
    ],
  ])('lets pass: %s', (_, action, resource) => {
    expect(passes(policy, action, resource, { context })).toBe(true);
    expect(passes(policy, action, resource, { context, owner: stranger })).toBe(false);
    expect(passes(policy, action, resource, { context, organization: 'o-anotherorg' })).toBe(false);
  });

  test.each([
    ['another model', model('ap-northeast-1', 'anthropic.claude-haiku-5-5'), context],
    ['another profile', arn('bedrock', 'inference-profile/jp.anthropic.claude-haiku-5-5'), context],
    [
      'the profile of another account',
      arn('bedrock', 'inference-profile/jp.amazon.nova-2-lite-v1:0', stranger),
      context,
    ],
    ['the model around its profile', model('ap-northeast-1'), guarded],
    ['the model elsewhere', model('us-east-1'), context],
    ['no guardrail', model('ap-northeast-1'), { 'bedrock:InferenceProfileArn': profile }],
    [
      'another guardrail',
      model('ap-northeast-1'),
      { ...context, 'bedrock:GuardrailIdentifier': arn('bedrock', 'guardrail/zzzzzzzzzzzz:1') },
    ],
    [
      'the draft of the guardrail',
      model('ap-northeast-1'),
      { ...context, 'bedrock:GuardrailIdentifier': guardrailArn },
    ],
  ])('stops: %s', (_, resource, keys) => {
    expect(passes(policy, 'bedrock:InvokeModel', resource, { context: keys })).toBe(false);
  });

  test('stops: the guardrail of another account, and every change', () => {
    expect(passes(policy, 'bedrock:ApplyGuardrail', arn('bedrock', 'guardrail/abcdefghijkl', stranger))).toBe(false);
    expect(passes(policy, 'bedrock:UpdateGuardrail', guardrailArn)).toBe(false);
    expect(passes(policy, 'bedrock:CallWithBearerToken', '*')).toBe(false);
  });
});

test('every endpoint policy names only actions and keys AWS knows', async () => {
  const services: EndpointService[] = ['dynamodb', 'kms', 'lambda', 'logs', 'secretsmanager', 'sqs', 'sts'];
  const statements: Statement[] = [
    ...services.flatMap((service) => endpointPolicy(service, facts).Statement),
    ...bedrockEndpointPolicy(caller, organizationId).Statement,
  ];
  expect(await unknownNames(statements)).toEqual([]);
});
