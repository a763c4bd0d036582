import { bedrockCallerStatements } from '../../policies/bedrock-caller-role';
import { permissionsBoundary } from '../../policies/permissions-boundary';
import type { Statement } from '../../policies/policy';
import { decide, unknownNames } from '../helpers/decide';

const accountId = '444455556666';
const boundary = permissionsBoundary({
  partition: 'aws',
  accountId,
  governedRegions: ['ap-northeast-1', 'us-east-1'],
  inferenceProfiles: ['jp.amazon.nova-2-lite-v1:0'],
  permissionsBoundary: 'example-permissions-boundary',
});
/** A role to which somebody attached everything: what remains is the boundary. */
const everything: Statement[] = [{ Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' }];

const ask = (action: string, resource = '*', context: Record<string, string> = {}) =>
  decide(everything, { accountId, action, resource, context, boundary });

const inTokyo = { 'aws:RequestedRegion': 'ap-northeast-1' };
const arn = (service: string, resource: string, account = accountId) =>
  `arn:aws:${service}:ap-northeast-1:${account}:${resource}`;
const profileArn = arn('bedrock', 'inference-profile/jp.amazon.nova-2-lite-v1:0');
const modelArn = 'arn:aws:bedrock:ap-northeast-3::foundation-model/amazon.nova-2-lite-v1:0';

describe('the permissions boundary', () => {
  test('allows: an approved model through its profile, also where the profile routes to', () => {
    expect(ask('bedrock:InvokeModel', profileArn)).toBe('allowed');
    expect(ask('bedrock:InvokeModel', modelArn, { 'bedrock:InferenceProfileArn': profileArn })).toBe('allowed');
  });

  test.each([
    ['sqs:ReceiveMessage', arn('sqs', 'questions')],
    ['dynamodb:PutItem', arn('dynamodb', 'table/events')],
    ['secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:slack-abcdef')],
    ['logs:PutLogEvents', arn('logs', 'log-group:/example/bedrock/audit:log-stream:a')],
  ])('allows: %s in its own account', (action, resource) => {
    expect(ask(action, resource, inTokyo)).toBe('allowed');
  });

  test('allows: the guardrail that AWS enforces, of the management account, only where there is one', () => {
    const facts = {
      partition: 'aws',
      accountId,
      governedRegions: ['ap-northeast-1'],
      inferenceProfiles: ['jp.amazon.nova-2-lite-v1:0'],
      permissionsBoundary: 'example-permissions-boundary',
    };
    const resources = (more: { guardrailAccountId?: string }) =>
      permissionsBoundary({ ...facts, ...more }).Statement.find(({ Sid }) => Sid === 'ApplyGuardrails')?.Resource;
    const own = [`arn:aws:bedrock:*:${accountId}:guardrail/*`, `arn:aws:bedrock:*:${accountId}:guardrail-profile/*`];
    expect(resources({})).toEqual(own);
    expect(resources({ guardrailAccountId: '111122223333' })).toEqual([
      ...own,
      'arn:aws:bedrock:*:111122223333:guardrail/*',
      'arn:aws:bedrock:*:111122223333:guardrail-profile/*',
    ]);
  });

  test('allows: Lambda attaches functions to a private network, their code does not, and only where there is one', () => {
    const inNetwork = permissionsBoundary({
      partition: 'aws',
      accountId,
      governedRegions: ['ap-northeast-1'],
      inferenceProfiles: ['jp.amazon.nova-2-lite-v1:0'],
      privateNetwork: { posterFunction: 'example-assistant-poster' },
      permissionsBoundary: 'example-permissions-boundary',
    });
    const attach = { accountId, action: 'ec2:CreateNetworkInterface', resource: arn('ec2', 'network-interface/*') };
    const byCode = { ...inTokyo, 'lambda:SourceFunctionArn': arn('lambda', 'function:worker') };
    expect(decide(everything, { ...attach, context: inTokyo, boundary: inNetwork })).toBe('allowed');
    expect(decide(everything, { ...attach, context: byCode, boundary: inNetwork })).toBe('implicitly-denied');
    expect(decide(everything, { ...attach, context: inTokyo, boundary })).toBe('implicitly-denied');
    const call = (name: string, document = inNetwork) => {
      const request = { accountId, action: 'lambda:InvokeFunction', resource: arn('lambda', `function:${name}`) };
      return decide(everything, { ...request, context: inTokyo, boundary: document });
    };
    expect(call('example-assistant-poster')).toBe('allowed');
    expect(call('report')).toBe('implicitly-denied');
    expect(call('example-assistant-poster', boundary)).toBe('implicitly-denied');
  });

  test('denies: a model around an approved profile', () => {
    expect(ask('bedrock:InvokeModel', modelArn)).toBe('implicitly-denied');
    const unapproved = {
      'bedrock:InferenceProfileArn': arn('bedrock', 'inference-profile/global.anthropic.claude-fable-5'),
    };
    expect(ask('bedrock:InvokeModel', modelArn, unapproved)).toBe('implicitly-denied');
  });

  test.each([
    ['sqs:SendMessage', arn('sqs', 'elsewhere', '999988887777')],
    ['secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:theirs-abcdef', '999988887777')],
  ])('denies: %s in another account', (action, resource) => {
    expect(ask(action, resource, inTokyo)).not.toBe('allowed');
  });

  test('denies: resources in a region that is not governed', () => {
    const resource = `arn:aws:sqs:eu-west-1:${accountId}:questions`;
    expect(ask('sqs:SendMessage', resource, { 'aws:RequestedRegion': 'eu-west-1' })).toBe('implicitly-denied');
  });

  test.each([
    ['iam:CreateUser', `arn:aws:iam::${accountId}:user/mallory`],
    ['iam:CreateAccessKey', `arn:aws:iam::${accountId}:user/mallory`],
    ['organizations:LeaveOrganization', '*'],
    ['iam:DeleteRolePermissionsBoundary', `arn:aws:iam::${accountId}:role/example`],
    ['iam:CreatePolicyVersion', `arn:aws:iam::${accountId}:policy/example-permissions-boundary`],
    ['aws-marketplace:Subscribe', '*'],
    ['bedrock:CallWithBearerToken', '*'],
    ['bedrock-mantle:CreateInference', `arn:aws:bedrock-mantle:ap-northeast-1:${accountId}:project/default`],
    ['bedrock:DeleteModelInvocationLoggingConfiguration', '*'],
    ['bedrock:PutAccountDataRetention', '*'],
    ['bedrock:DeleteGuardrail', arn('bedrock', 'guardrail/abcdefghijkl')],
    ['logs:DeleteLogGroup', arn('logs', 'log-group:/example/bedrock/audit')],
    ['logs:Unmask', arn('logs', 'log-group:/example/bedrock/invocations')],
    ['cloudtrail:StopLogging', arn('cloudtrail', 'trail/any')],
    ['guardduty:DeleteDetector', arn('guardduty', 'detector/0123456789abcdef')],
  ])('denies: %s, in so many words', (action, resource) => {
    expect(ask(action, resource, inTokyo)).toBe('explicitly-denied');
  });

  test.each(['ec2:RunInstances', 's3:CreateBucket', 'iam:CreateRole', 'sts:AssumeRole'])(
    'denies: %s, which no workload needs',
    (action) => {
      const [service = ''] = action.split(':');
      const resource = { ec2: arn('ec2', 'instance/*'), s3: 'arn:aws:s3:::bucket' }[service];
      expect(ask(action, resource ?? `arn:aws:iam::${accountId}:role/other`, inTokyo)).toBe('implicitly-denied');
    },
  );

  test('leaves the caller role everything it needs for a call', () => {
    const guardrailArn = arn('bedrock', 'guardrail/abcdefghijkl');
    const statements = bedrockCallerStatements({
      partition: 'aws',
      accountId,
      region: 'ap-northeast-1',
      inferenceProfile: 'jp.amazon.nova-2-lite-v1:0',
      foundationModel: 'amazon.nova-2-lite-v1:0',
      destinationRegions: ['ap-northeast-1', 'ap-northeast-3'],
      guardrailArn,
      guardrailKeyArn: arn('kms', 'key/1'),
      guardrailProfile: { id: 'apac.guardrail.v1:0', regions: ['ap-south-1'] },
    });
    const context = { 'bedrock:InferenceProfileArn': profileArn, 'bedrock:GuardrailIdentifier': `${guardrailArn}:1` };
    const request = { accountId, boundary, action: 'bedrock:InvokeModel', resource: modelArn, context };
    expect(decide(statements, request)).toBe('allowed');
    const geography = `arn:aws:bedrock:ap-south-1:${accountId}:guardrail-profile/apac.guardrail.v1:0`;
    expect(decide(statements, { accountId, boundary, action: 'bedrock:ApplyGuardrail', resource: geography })).toBe(
      'allowed',
    );
  });

  test('fits into a managed policy, 6,144 characters, with ten profiles and every region', () => {
    const document = permissionsBoundary({
      partition: 'aws',
      accountId,
      governedRegions: Array.from({ length: 17 }, (_, index) => `ap-northeast-${index}`),
      inferenceProfiles: Array.from({ length: 10 }, (_, index) => `jp.anthropic.claude-haiku-5-${index}`),
      guardrailAccountId: '111122223333',
      privateNetwork: { posterFunction: 'a-twenty-letter-name-assistant-poster' },
      permissionsBoundary: 'a-twenty-letter-name-permissions-boundary',
    });
    expect(JSON.stringify(document).replace(/\s/g, '').length).toBeLessThan(6144);
  });

  test('names only actions and condition keys AWS knows', async () => {
    expect(await unknownNames(boundary.Statement)).toEqual([]);
  });
});
