import { Command } from 'commander';
import { registerPoliciesExplain } from '../../explain/explain-command';
import { columnsOf } from '../../terminal/columns';
import { ask, inWorkload, modelArn, rememberingTerminal, run, unapproved } from './ask';

const call = { as: 'bedrock-developer', action: 'bedrock:InvokeModel', resource: modelArn(unapproved) };

describe('ishizue policies explain', () => {
  test.each([
    [0, 'Allowed', '許可', { as: 'bedrock-operator', action: 'cloudwatch:DescribeAlarms' }],
    [1, 'Denied by a policy', 'ポリシーによる明示的な拒否', call],
    [
      1,
      'Denied: nothing allows it',
      '拒否（許可するポリシーがない）',
      { as: 'billing-viewer', action: 's3:PutObject' },
    ],
    [2, 'Unknown', '不明', { as: 'billing-viewer', action: 'ce:GetCostAndUsage' }],
  ])('ends with %i: %s', (code, en, ja, question) => {
    for (const [lang, title] of [
      ['en', en],
      ['ja', ja],
    ] as const) {
      const told = run({ ...question, lang });
      expect(told).toMatchObject({ code, error: '' });
      expect(told.out.split('\n')[0]).toBe(title);
    }
  });

  test('tells the policy, its title, statement and level, and what was assumed', () => {
    const { out } = run(call);
    const text = out.replace(/\s+/g, ' ');
    expect(text).toContain('Policy limit-bedrock-models: Amazon Bedrock answers with approved models only');
    expect(text).toContain('Statement LimitBedrockModels (service-control-bedrock, service control policy)');
    expect(text).toContain('Attached to unit workloads');
    expect(text).toContain('aws:RequestedRegion=ap-northeast-1: the region in the ARN');
    expect(text).toContain('(--context gives them) bedrock:GuardrailIdentifier, bedrock:InferenceProfileArn');
    expect(run({ ...call, lang: 'ja' }).out).toContain('組織単位 workloads');
  });

  test.each(['en', 'ja'])('fits into 80 columns in %s', (lang) => {
    const questions = [
      call,
      { as: 'security-auditor', action: 'iam:ListRoles' },
      { as: 'role/a', allowEverything: true, action: 'kms:DisableKey', resource: inWorkload('kms', 'key/1') },
      { as: 'root', action: 's3:GetObject', resource: 'arn:aws:s3:::bucket/key' },
    ];
    const lines = questions.flatMap((question) => run({ ...question, lang }).out.split('\n'));
    expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([]);
  });

  test('prints the explanation as JSON', () => {
    const { out } = run({ ...call, json: true });
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(ask(call))));
  });

  test.each([
    ['a region in the ARN', inWorkload('sqs', 'q'), 'sqs:SendMessage', 'ap-northeast-1'],
    ['a service without regions', '*', 'iam:ListRoles', 'us-east-1'],
    ['a model without region', modelArn(unapproved, ''), 'bedrock:InvokeModel', 'unspecified'],
    ['anything else', 'arn:aws:s3:::bucket', 's3:ListBucket', 'ap-northeast-1'],
  ])('assumes the region of %s, unless it is given', (_, resource, action, region) => {
    const question = { as: 'role/a', allowEverything: true, resource, action };
    const regionOf = (context: string[]) =>
      ask({ ...question, context }).assumed.find(({ key }) => key === 'aws:RequestedRegion')?.value;
    expect(regionOf([])).toBe(region);
    expect(regionOf(['AWS:requestedregion=eu-west-1'])).toBeUndefined();
  });

  test('reads its options from a command line', async () => {
    const terminal = { ...rememberingTerminal(), rewritesLines: false, clock: () => 0 };
    const codes: number[] = [];
    const root = new Command().exitOverride();
    registerPoliciesExplain(root, {
      terminal,
      tool: 'ishizue',
      version: '0',
      configurationFile: 'test/helpers/example-organization.ts',
      language: 'en',
      setExitCode: (code) => void codes.push(code),
    });
    const words = ['explain', '--account', 'assistant', '--as', 'role/a', '--allow-everything', '--json'];
    const request = ['--action', 's3:GetObject', '--resource', 'arn:aws:s3:::bucket/key'];
    const context = ['--context', 'aws:SecureTransport=false', 's3:versionid=', '--context', 'a:b=1', 'a:b=2'];
    await root.parseAsync([...words, ...request, ...context], { from: 'user' });
    expect(codes).toEqual([1]);
    const { given, decidedBy } = JSON.parse(terminal.written().out);
    expect(given).toEqual({ 'aws:SecureTransport': ['false'], 's3:versionid': [], 'a:b': ['1', '2'] });
    expect(decidedBy.policy.id).toBe('require-tls');
  });
});

describe('mistakes', () => {
  const sound = { as: 'root', action: 'iam:ListRoles' };

  test.each([
    [
      'an account nobody configured',
      { account: 'asistant' },
      '--account asistant: no such account. Use one of management, log-archive, audit, assistant',
    ],
    [
      'a principal that does not exist',
      { as: 'bedrock-admin' },
      '--as bedrock-admin: no such principal. Use one of security-auditor',
    ],
    [
      'the ARN of another account',
      { as: 'arn:aws:iam::222233334444:role/x' },
      'not in assistant. Use an ARN that begins with arn:aws:iam::444455556666:',
    ],
    [
      'a role of one’s own without policies',
      { as: 'role/app' },
      'nobody here knows what it may do. Give its policies with --identity-policy',
    ],
    [
      'a workload role elsewhere',
      { as: 'bedrock-caller', account: 'audit' },
      'exists in workload accounts only, not in audit',
    ],
    [
      'a region without the role',
      { as: 'bedrock-caller', region: 'us-east-1' },
      '--region us-east-1: bedrock-caller is not there. Use one of ap-northeast-1',
    ],
    [
      'an action with a wildcard',
      { action: 's3:*' },
      '--action s3:*: not an action. Write one action, without wildcards',
    ],
    ['a resource that is no ARN', { resource: 'my-bucket' }, '--resource my-bucket: not a resource. Write its ARN'],
    ['a resource with a wildcard', { resource: 'arn:aws:s3:::*' }, 'without wildcards'],
    [
      'an account of the resource',
      { resourceAccount: 'elsewhere' },
      '--resource-account elsewhere: no such account. Use twelve digits',
    ],
    [
      'an account the ARN contradicts',
      { resource: inWorkload('sqs', 'q'), resourceAccount: 'audit' },
      '--resource-account audit: the ARN says 444455556666. Leave the option out',
    ],
    [
      'a key without value',
      { context: ['SourceIp'] },
      '--context SourceIp: not a condition key with a value. Write aws:RequestedRegion=us-east-1',
    ],
    [
      'a file that is not there',
      { identityPolicy: ['none.json'] },
      '--identity-policy none.json: cannot be read (ENOENT)',
    ],
    ['a file that is no JSON', { sessionPolicy: [__filename] }, 'not JSON ('],
    [
      'a managed policy without name',
      { managedPolicy: ['x.json'] },
      '--managed-policy x.json: not a pair. Write name=file',
    ],
    [
      'everything and a policy',
      { as: 'role/app', allowEverything: true, identityPolicy: [`${__dirname}/policies/lists-roles.json`] },
      '--allow-everything and --identity-policy exclude each other. Leave one of them out',
    ],
    [
      'the region of a role that has none',
      { region: 'us-east-1' },
      '--region us-east-1: only bedrock-caller, assistant-worker, assistant-ingress are regional. Give the region of a request with --context',
    ],
    [
      'a managed policy that is not attached',
      { as: 'security-auditor', managedPolicy: [`ReadOnlyAccess=${__dirname}/policies/lists-roles.json`] },
      '--managed-policy ReadOnlyAccess: not attached to security-auditor. Use one of SecurityAudit, ViewOnlyAccess',
    ],
    ['a language', { lang: 'fr' }, '--lang fr: no such language. Use en or ja'],
  ])('%s', (_, mistake, message) => {
    const { code, out, error } = run({ ...sound, ...mistake });
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(error).toContain(message);
    expect(error.trim().split('\n')).toHaveLength(1);
  });

  test('are told all at once', () => {
    const { code, error } = run({ account: 'x', as: 'y', action: 'z', resource: 'q', context: ['k'], lang: 'fr' });
    expect(code).toBe(64);
    const options = [...error.matchAll(/^error: (--[a-z]+)/gm)].map(([, option]) => option);
    expect(options).toEqual(['--account', '--action', '--resource', '--context', '--as', '--lang']);
  });

  test('what is missing is named', () => {
    const { code, error } = run({ account: undefined });
    expect(code).toBe(64);
    expect(error).toMatch(/--account: missing[\s\S]*--action: missing[\s\S]*--as: missing/);
  });

  test('a document AWS would not accept is told with its place', () => {
    const { code, error } = run({ ...sound, resourcePolicy: `${__dirname}/policies/lists-roles.json` });
    expect(code).toBe(64);
    expect(error).toContain('lists-roles.json');
    expect(error).toContain('Statement[0]');
  });
});
