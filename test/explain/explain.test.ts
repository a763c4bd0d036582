import exampleDocument from '../helpers/example-organization';
import { approved, ask, inWorkload, modelArn, profileArn, region, unapproved, workload } from './ask';

const administrator = { as: 'role/administrator', allowEverything: true };
const guardrail = `bedrock:GuardrailIdentifier=${inWorkload('bedrock', 'guardrail/abc')}:1`;
const throughProfile = `bedrock:InferenceProfileArn=${profileArn}`;

describe('the organization decides', () => {
  test('denies: an unapproved model, and names the policy, its title, document and level', () => {
    const { decision, decidedBy } = ask({
      ...administrator,
      action: 'bedrock:InvokeModel',
      resource: modelArn(unapproved),
    });
    expect(decision).toBe('explicitly-denied');
    expect(decidedBy).toMatchObject({
      kind: 'service-control-policy',
      document: 'service-control-bedrock',
      level: 'unit workloads',
      sid: 'LimitBedrockModels',
      policy: { id: 'limit-bedrock-models', title: { en: 'Amazon Bedrock answers with approved models only' } },
    });
  });

  test('denies: tells every statement that denies as well', () => {
    const { decidedBy, alsoDenying } = ask({
      ...administrator,
      action: 'iam:CreateServiceSpecificCredential',
      resource: `arn:aws:iam::${workload}:user/legacy`,
    });
    expect([decidedBy, ...alsoDenying].map((one) => one?.policy?.id)).toEqual(['deny-bedrock-api-keys']);
    const twice = ask({ ...administrator, action: 'bedrock-mantle:CallWithBearerToken' });
    expect([twice.decidedBy, ...twice.alsoDenying].map((one) => one?.policy?.id)).toEqual([
      'deny-bedrock-api-keys',
      'deny-bedrock-side-doors',
    ]);
  });

  test('denies: a request that is not encrypted, by the policy above the resource', () => {
    const { decidedBy } = ask({
      ...administrator,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::customer-files/contract.pdf',
      context: ['aws:SecureTransport=false'],
    });
    expect(decidedBy).toMatchObject({ kind: 'resource-control-policy', policy: { id: 'require-tls' } });
  });

  test('allows: what nobody denies to an administrator', () => {
    expect(ask({ ...administrator, action: 'iam:ListRoles' }).decision).toBe('allowed');
  });

  test('allows: anything in the management account, and says why', () => {
    const { decision, notes } = ask({ ...administrator, account: 'management', action: 'cloudtrail:StopLogging' });
    expect(decision).toBe('allowed');
    expect(notes.map(({ en }) => en)).toContain('No service control policy binds the management account.');
    expect(ask({ account: 'management', as: 'root', action: 'iam:CreateUser' }).decision).toBe('allowed');
  });

  test('denies: the root user of a member account', () => {
    expect(ask({ as: 'root', action: 'iam:ListRoles' }).decidedBy?.policy?.id).toBe('deny-root-user');
    expect(ask({ as: 'root', action: 's3:DeleteBucketPolicy', context: ['aws:AssumedRoot=true'] }).decision).toBe(
      'allowed',
    );
  });

  test('leaves alone: the roles that are exempt', () => {
    const question = { action: 'guardduty:DeleteDetector', allowEverything: true };
    expect(ask({ ...question, as: 'role/OrganizationAccountAccessRole' }).decision).toBe('allowed');
    expect(ask({ ...question, as: 'platform-administrator' }).decision).toBe('allowed');
    expect(ask({ ...question, as: 'role/cdk-acme-deploy' }).decision).toBe('explicitly-denied');
  });

  test('unknown: the alias of a key that nobody gave decides, until it is given or said to be absent', () => {
    const deletion = {
      ...administrator,
      action: 'kms:ScheduleKeyDeletion',
      resource: inWorkload('kms', 'key/1'),
      resourcePolicy: `${__dirname}/policies/open-key.json`,
    };
    const unknown = ask(deletion);
    expect(unknown.decision).toBe('unknown');
    expect(unknown.lacked).toMatchObject([{ key: 'kms:ResourceAliases', why: 'not-provided', standsFor: null }]);
    expect(unknown.lacked[0]?.statements[0]?.policy?.id).toBe('protect-organization-trail');
    expect(ask({ ...deletion, context: ['kms:ResourceAliases=alias/example-trail'] }).decision).toBe(
      'explicitly-denied',
    );
    expect(ask({ ...deletion, context: ['kms:ResourceAliases='] }).decision).toBe('allowed');
  });

  test('unknown: whether a function is one of the baseline', () => {
    const { decision, lacked } = ask({
      ...administrator,
      action: 'lambda:UpdateFunctionCode',
      resource: inWorkload('lambda', 'function:anything'),
    });
    expect(decision).toBe('unknown');
    expect(lacked.map(({ key }) => key)).toEqual(['aws:ResourceTag/aws:cloudformation:stack-name']);
  });

  test('unknown: a resource of another account, whose policy nobody gave; denied where the organization denies it', () => {
    const reads = { ...administrator, action: 's3:GetObject' };
    const trail = `arn:aws:s3:::example-trail-222233334444-${region}/log.json.gz`;
    const unknown = ask({ ...reads, resource: trail });
    expect(unknown.resourceAccount).toEqual({ id: '222233334444', name: 'log-archive', assumed: false });
    expect(unknown).toMatchObject({ decision: 'unknown', lacked: [{ standsFor: 'resource-policy' }] });
    const deletes = ask({ ...administrator, action: 's3:DeleteObject', resource: trail });
    expect(deletes.decidedBy?.policy?.id).toBe('protect-organization-trail');
  });
});

describe('where a policy is', () => {
  const units = [
    { name: 'security' },
    { name: 'workloads' },
    { name: 'trial', canary: true },
    { name: 'closed', suspended: true },
  ];
  const inUnit = (organizationalUnit: string, rollout = {}) => {
    const accounts = exampleAccounts(organizationalUnit);
    return { organizationalUnits: units, accounts, rollout };
  };
  const unapprovedCall = { ...administrator, action: 'bedrock:InvokeModel', resource: modelArn(unapproved) };

  test('at the stage canary it binds canary units only', () => {
    const rollout = { stage: 'canary' as const };
    expect(ask(unapprovedCall, inUnit('workloads', rollout)).decision).toBe('allowed');
    expect(ask(unapprovedCall, inUnit('trial', rollout)).decidedBy).toMatchObject({
      document: 'canary-service-control-bedrock',
      level: 'unit trial',
    });
  });

  test('at the stage root it binds every account, from the root', () => {
    const rollout = { policies: { 'limit-bedrock-models': 'root' as const } };
    expect(ask(unapprovedCall, inUnit('workloads', rollout)).decidedBy).toMatchObject({
      document: 'root-service-control-bedrock',
      level: 'root',
    });
  });

  test('in a unit of suspended accounts nothing happens, whatever the stage', () => {
    const reads = { ...administrator, action: 's3:ListAllMyBuckets' };
    expect(ask(reads, inUnit('workloads', { stage: 'canary' })).decision).toBe('allowed');
    expect(ask(reads, inUnit('closed', { stage: 'canary' })).decidedBy).toMatchObject({
      level: 'unit closed',
      policy: { id: 'quarantine-suspended-accounts' },
    });
  });

  test('says that policies of others were not judged', () => {
    const { notes } = ask(unapprovedCall, { controlTower: true });
    expect(notes.map(({ en }) => en).join()).toContain('up to 5 service control and 2 resource control policies');
  });
});

describe('roles of the baseline', () => {
  const call = { as: 'bedrock-caller', action: 'bedrock:InvokeModel' };

  test('allows: the caller calls its profile', () => {
    const { decision, decidedBy } = ask({ ...call, resource: profileArn });
    expect(decision).toBe('allowed');
    expect(decidedBy).toMatchObject({ kind: 'identity-policy', sid: 'CallTheInferenceProfile', policy: null });
  });

  test('unknown: the model through a guardrail, until somebody says which one the stack made', () => {
    const model = { ...call, resource: modelArn(approved) };
    const unknown = ask({ ...model, context: [guardrail, throughProfile] });
    expect(unknown).toMatchObject({
      decision: 'unknown',
      lacked: [{ key: 'ishizue:GuardrailId', standsFor: 'guardrail-id' }],
    });
    const known = ask({ ...model, context: [guardrail, throughProfile, 'ishizue:GuardrailId=abc'] });
    expect(known.decision).toBe('allowed');
    const another = ask({ ...model, context: [guardrail, throughProfile, 'ishizue:GuardrailId=xyz'] });
    expect(another.decidedBy?.sid).toBe('DenyCallsWithoutTheGuardrail');
  });

  test('denies: the model without a guardrail, and tells the key the request was taken not to have', () => {
    const { decidedBy, absent } = ask({ ...call, resource: modelArn(approved), context: [throughProfile] });
    expect(decidedBy?.sid).toBe('DenyCallsWithoutTheGuardrail');
    expect(absent).toEqual(['bedrock:GuardrailIdentifier']);
  });

  test('denies: what the permissions boundary leaves out', () => {
    const { decision, notAllowedBy } = ask({ ...call, action: 's3:ListAllMyBuckets' });
    expect(decision).toBe('implicitly-denied');
    expect(notAllowedBy.map(({ kind }) => kind)).toContain('permissions-boundary');
  });

  test('denies: the ingress calls a model', () => {
    const { notAllowedBy, decision } = ask({
      as: 'assistant-ingress',
      action: 'bedrock:InvokeModel',
      resource: profileArn,
    });
    expect(decision).toBe('implicitly-denied');
    expect(notAllowedBy).toEqual([{ kind: 'identity-policy', level: null }]);
  });

  test('unknown: what the worker may do with a queue, whose name exists after a deployment only', () => {
    const { decision, lacked } = ask({
      as: 'assistant-worker',
      action: 'sqs:ReceiveMessage',
      resource: inWorkload('sqs', 'questions'),
    });
    expect(decision).toBe('unknown');
    expect(lacked.map(({ standsFor }) => standsFor)).toEqual(['function-policy']);
  });
});

describe('permission sets', () => {
  test('allows: what its statements allow', () => {
    const { decision, principal } = ask({ as: 'bedrock-operator', action: 'cloudwatch:DescribeAlarms' });
    expect(decision).toBe('allowed');
    expect(principal).toContain(`role/aws-reserved/sso.amazonaws.com/${region}/AWSReservedSSO_bedrock-operator_`);
  });

  test('denies: what its own statement denies, whatever its managed policies allow', () => {
    const { decidedBy } = ask({
      as: 'security-auditor',
      action: 'logs:FilterLogEvents',
      resource: inWorkload('logs', 'log-group:/example/bedrock/invocations'),
    });
    expect(decidedBy).toMatchObject({ kind: 'identity-policy', sid: 'DenyReadingPrompts' });
  });

  test('unknown: what a managed policy of AWS alone could allow, until its text is given', () => {
    const lists = { as: 'security-auditor', action: 'iam:ListRoles' };
    const { decision, lacked } = ask(lists);
    expect(decision).toBe('unknown');
    expect(lacked.map(({ key }) => key)).toEqual([
      'ishizue:ManagedPolicy/SecurityAudit',
      'ishizue:ManagedPolicy/ViewOnlyAccess',
    ]);
    const managedPolicy = [`SecurityAudit=${__dirname}/policies/lists-roles.json`];
    expect(ask({ ...lists, managedPolicy }).decision).toBe('allowed');
  });

  test('denies: a read-only managed policy changes nothing', () => {
    const question = { as: 'security-auditor', action: 's3:PutObject', resource: 'arn:aws:s3:::other/x' };
    expect(ask(question).decision).toBe('implicitly-denied');
  });

  test('allows: break-glass everything the organization leaves', () => {
    const as = 'break-glass-administrator';
    expect(
      ask({ as, action: 'ec2:RunInstances', resource: `arn:aws:ec2:us-west-2:${workload}:instance/i-1` }).decision,
    ).toBe('allowed');
    expect(ask({ as, action: 'organizations:LeaveOrganization' }).decision).toBe('explicitly-denied');
  });

  test('says that nobody is assigned the set, or ever can be', () => {
    const notes = (as: string) => ask({ as, action: 's3:ListAllMyBuckets' }).notes.map(({ en }) => en);
    expect(notes('bedrock-developer')).toEqual([]);
    expect(notes('platform-administrator')[0]).toContain('Nobody is assigned platform-administrator in assistant');
    expect(notes('billing-viewer')[0]).toContain('can never be assigned in assistant');
  });
});

describe('policies of one’s own', () => {
  const file = (name: string) => `${__dirname}/policies/${name}.json`;
  const app = { as: 'role/app', identityPolicy: [file('lists-roles')] };

  test('allows and denies what they say', () => {
    expect(ask({ ...app, action: 'iam:ListRoles' }).decidedBy).toMatchObject({ sid: 'ListRoles', policy: null });
    expect(ask({ ...app, action: 'iam:ListUsers' }).decision).toBe('implicitly-denied');
  });

  test('denies: a boundary and a session policy that do not allow it', () => {
    for (const limit of [{ permissionsBoundary: file('reads-buckets') }, { sessionPolicy: [file('reads-buckets')] }]) {
      expect(ask({ ...app, ...limit, action: 'iam:ListRoles' }).decision).toBe('implicitly-denied');
    }
  });

  test('the boundary of the baseline binds a role of a workload where the organization requires it', () => {
    const required = { optionalPolicies: { requirePermissionsBoundary: true } };
    const lists = { ...app, action: 'iam:ListRoles' };
    expect(ask(lists, required).notAllowedBy).toEqual([{ kind: 'permissions-boundary', level: null }]);
    expect(ask({ ...lists, account: 'audit' }, required).decision).toBe('allowed');
    expect(ask({ ...lists, as: 'role/OrganizationAccountAccessRole' }, required).decision).toBe('allowed');
  });
});

function exampleAccounts(organizationalUnit: string) {
  const { accounts } = exampleDocument;
  return { ...accounts, workloads: accounts.workloads.map((one) => ({ ...one, organizationalUnit })) };
}
