import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { permissionSetAccounts, permissionSetNames } from '../../config/permission-set-accounts';
import { policyFactsOf } from '../../config/policy-facts';
import { organizationPolicies } from '../../policies/catalogue';
import { composePolicies } from '../../policies/composition';
import { deploymentRole } from '../../policies/example-roles';
import type { PermissionSetFacts } from '../../policies/permission-set';
import { permissionSets } from '../../policies/permission-sets';
import type { Statement } from '../../policies/policy';
import { decide, type RoleRequest, unknownNames } from '../helpers/decide';
import { exampleOrganization } from '../helpers/example';
import { judgeFor } from '../helpers/judge';

const workload = '444455556666';
const logArchive = '222233334444';
const facts: PermissionSetFacts = {
  partition: 'aws',
  homeRegion: 'ap-northeast-1',
  logArchiveAccountId: logArchive,
  inferenceProfiles: ['jp.amazon.nova-2-lite-v1:0'],
  bootstrapQualifier: 'hnb659fds',
  invocationLogGroup: '/example/bedrock/invocations',
  auditLogGroup: '/example/bedrock/audit',
  converseFunction: 'example-converse',
  trailBucketArn: 'arn:aws:s3:::example-trail',
  findingsBucketArn: 'arn:aws:s3:::example-findings',
  queryResultsBucketArn: 'arn:aws:s3:::example-queries',
  logArchiveKeyAliases: ['alias/example-trail', 'alias/example-findings'],
};

const logs = (group: string, rest = '') => `arn:aws:logs:ap-northeast-1:${workload}:log-group:${group}${rest}`;
const prompts = logs(facts.invocationLogGroup);
const promptStream = logs(facts.invocationLogGroup, ':log-stream:aws/bedrock/modelinvocations');
const profileArn = `arn:aws:bedrock:ap-northeast-1:${workload}:inference-profile/jp.amazon.nova-2-lite-v1:0`;
const modelArn = 'arn:aws:bedrock:ap-northeast-1::foundation-model/amazon.nova-2-lite-v1:0';
const guardrail = `arn:aws:bedrock:ap-northeast-1:${workload}:guardrail/abcdefghijkl:1`;

function set(name: string) {
  const found = permissionSets.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`there is no permission set ${name}`);
  return found;
}

const organization = policyFactsOf(
  exampleOrganization({
    optionalPolicies: { requireGuardrail: true, denyPriorityTier: true, requirePermissionsBoundary: true },
  }),
);
const attached = composePolicies(organizationPolicies, organization).filter(({ targets }) => targets === 'every-unit');
const judge = judgeFor(attached, organization);

/** The role of a permission set in an account. */
const roleOf = (name: string, accountId: string) =>
  `arn:aws:iam::${accountId}:role/aws-reserved/sso.amazonaws.com/ap-northeast-1/AWSReservedSSO_${name}_0123456789abcdef`;

/** The Sids of what the organization denies a permission set. */
function deniedByOrganization(name: string, { accountId, ...request }: RoleRequest): readonly string[] {
  const says = { en: '', ja: '' };
  return judge.denials({ says, principal: roleOf(name, accountId), ...request });
}

/** What the permission set allows is allowed only if the policies of the organization leave it alone. */
function under(name: string, statements: readonly Statement[], request: RoleRequest): string {
  const decision = decide(statements, request);
  const sids = decision === 'allowed' ? deniedByOrganization(name, request) : [];
  return sids.length === 0 ? decision : `denied by ${sids.join(', ')}`;
}

/**
 * What a permission set decides, under the policies of the organization; `readsEverything` stands for a managed policy that
 * reads every log.
 */
function ask(
  name: string,
  action: string,
  resource: string,
  context: Record<string, string> = {},
  more: Statement[] = [],
) {
  return under(name, [...set(name).statements(facts), ...more], { accountId: workload, action, resource, context });
}
const readsEverything: Statement[] = [{ Sid: 'Logs', Effect: 'Allow', Action: 'logs:*', Resource: '*' }];

describe('permission sets', () => {
  test('are the files of the folder, in order', () => {
    const files = readdirSync(join(__dirname, '../../policies/permission-sets')).filter((file) => file !== 'index.ts');
    expect(permissionSets.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
  });

  test.each(permissionSets)('$name fits into IAM Identity Center', ({ name, title, managedPolicies, statements }) => {
    expect(name.length).toBeLessThanOrEqual(32);
    expect(JSON.stringify(statements(facts)).length).toBeLessThan(10_240);
    expect(managedPolicies.length).toBeLessThanOrEqual(10);
    // The description takes Latin letters only, at most 700.
    expect(title.en).toMatch(/^[\t\n\r -~\u00A0-\u00FF]{1,700}$/);
  });

  test.each(permissionSets)('$name says what it is for in both languages', ({ title, why }) => {
    for (const text of [title, why]) {
      expect(text.en.length).toBeGreaterThan(10);
      expect(text.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });

  test.each(permissionSets)('$name grants something', ({ managedPolicies, statements }) => {
    const allowed = statements(facts).filter(({ Effect }) => Effect === 'Allow');
    expect(managedPolicies.length + allowed.length).toBeGreaterThan(0);
  });

  test.each(permissionSets)('$name names only actions and condition keys AWS knows', async ({ statements }) => {
    expect(await unknownNames(statements(facts))).toEqual([]);
  });

  test.each(permissionSets)('$name allows no whole service', ({ statements }) => {
    const actions = statements(facts).flatMap(({ Effect, Action = [] }) => (Effect === 'Allow' ? [Action].flat() : []));
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  test('each says where it may go, and those of the management account go nowhere else', () => {
    expect(permissionSetNames.toSorted()).toEqual(permissionSets.map(({ name }) => name).sort());
    const mixed = Object.entries<readonly string[]>(permissionSetAccounts).filter(
      ([, kinds]) => kinds.includes('management') && kinds.length > 1,
    );
    expect(mixed).toEqual([]);
  });

  test('with a permissions boundary go where the boundary is: to workload accounts', () => {
    const bounded = permissionSets.filter(({ permissionsBoundary }) => permissionsBoundary);
    for (const { name } of bounded) {
      expect(permissionSetAccounts[name as keyof typeof permissionSetAccounts]).toEqual(['workload']);
    }
  });

  test('only break-glass is an administrator, for one hour', () => {
    const administrators = permissionSets.filter(({ managedPolicies }) =>
      managedPolicies.some((policy) => /AdministratorAccess|PowerUserAccess|FullAccess/.test(policy)),
    );
    expect(administrators.map(({ name, sessionDuration }) => [name, sessionDuration])).toEqual([
      ['break-glass-administrator', 'PT1H'],
      ['break-glass-management', 'PT1H'],
    ]);
  });
});

describe('prompts', () => {
  const reading = [
    ['logs:FilterLogEvents', prompts],
    ['logs:StartQuery', prompts],
    ['logs:GetQueryResults', prompts],
    ['logs:GetLogEvents', promptStream],
    ['logs:StartLiveTail', prompts],
    ['logs:CreateExportTask', prompts],
    ['logs:PutSubscriptionFilter', prompts],
    ['logs:Unmask', prompts],
  ] as const;
  const others = [
    ...['bedrock-developer', 'bedrock-operator', 'management-deployer', 'platform-administrator', 'security-auditor'],
  ];

  test.each(others.flatMap((name) => reading.map(([action, resource]) => [name, action, resource] as const)))(
    'denies: %s does %s on them, even with a policy that reads every log',
    (name, action, resource) => {
      expect(ask(name, action, resource, {}, readsEverything)).toBe('explicitly-denied');
    },
  );

  test.each(reading.filter(([action]) => !/LiveTail|Export|Subscription/.test(action)))(
    'allows: prompt-log-reader does %s on them',
    (action, resource) => {
      expect(ask('prompt-log-reader', action, resource)).toBe('allowed');
    },
  );

  test.each(['logs:StartQuery', 'logs:GetQueryResults'])(
    'allows: prompt-log-reader does %s on who asked when',
    (action) => {
      expect(ask('prompt-log-reader', action, logs(facts.auditLogGroup))).toBe('allowed');
    },
  );

  test('that are too large for the log are read by prompt-log-reader alone, where they are kept', () => {
    const object = 'arn:aws:s3:::example-prompts-444455556666-ap-northeast-1/AWSLogs/data/1.json';
    const kept = {
      ...facts,
      largePayloads: { bucketArns: 'arn:aws:s3:::example-prompts-*', keyAlias: 'alias/example-bedrock' },
    };
    const read = (name: string, more: PermissionSetFacts, action = 's3:GetObject', resource = object) =>
      decide([...set(name).statements(more)], { accountId: workload, action, resource });
    expect(read('prompt-log-reader', kept)).toBe('allowed');
    expect(read('prompt-log-reader', kept, 's3:DeleteObject')).toBe('implicitly-denied');
    expect(read('prompt-log-reader', kept, 's3:GetObject', 'arn:aws:s3:::other/1')).toBe('implicitly-denied');
    expect(read('prompt-log-reader', facts)).toBe('implicitly-denied');
    for (const name of ['bedrock-developer', 'bedrock-operator', 'security-auditor', 'platform-administrator']) {
      expect([name, read(name, kept)]).toEqual([name, 'explicitly-denied']);
    }
  });

  test('denies: prompt-log-reader reads other logs or sends prompts elsewhere', () => {
    expect(ask('prompt-log-reader', 'logs:FilterLogEvents', logs('/aws/lambda/other'))).toBe('implicitly-denied');
    expect(ask('prompt-log-reader', 'logs:PutSubscriptionFilter', prompts)).toBe('implicitly-denied');
    expect(ask('prompt-log-reader', 'logs:Unmask', logs('/aws/lambda/other'))).toBe('implicitly-denied');
  });
});

describe('bedrock-developer', () => {
  const ofProfile = { 'bedrock:InferenceProfileArn': profileArn };

  test('allows: an approved model through a guardrail', () => {
    const context = { ...ofProfile, 'bedrock:GuardrailIdentifier': guardrail };
    expect(ask('bedrock-developer', 'bedrock:InvokeModel', modelArn, context)).toBe('allowed');
  });

  test('denies: an approved model without a guardrail', () => {
    expect(ask('bedrock-developer', 'bedrock:InvokeModel', modelArn, ofProfile)).toBe('explicitly-denied');
  });

  test('denies: a model through a profile nobody approved', () => {
    const other = profileArn.replace('jp.amazon.nova-2-lite-v1:0', 'global.anthropic.claude-fable-5');
    const context = { 'bedrock:InferenceProfileArn': other, 'bedrock:GuardrailIdentifier': guardrail };
    expect(ask('bedrock-developer', 'bedrock:InvokeModel', modelArn, context)).toBe('implicitly-denied');
    expect(ask('bedrock-developer', 'bedrock:InvokeModel', other, context)).toBe('implicitly-denied');
  });

  test.each([
    ['lambda:InvokeFunction', `arn:aws:lambda:ap-northeast-1:${workload}:function:example-converse`],
    ['lambda:UpdateFunctionCode', `arn:aws:lambda:ap-northeast-1:${workload}:function:example-converse`],
    ['sts:AssumeRole', `arn:aws:iam::${workload}:role/cdk-hnb659fds-deploy-role-${workload}-ap-northeast-1`],
    ['bedrock:UpdateGuardrail', `arn:aws:bedrock:ap-northeast-1:${workload}:guardrail/abcdefghijkl`],
  ])('denies: %s', (action, resource) => {
    expect(ask('bedrock-developer', action, resource)).toBe('implicitly-denied');
  });

  test('allows: the audit log and the function logs', () => {
    expect(ask('bedrock-developer', 'logs:StartQuery', logs(facts.auditLogGroup))).toBe('allowed');
    const ofFunction = logs('assistant-bedrock-ap-northeast-1-ConverseLogGroup3B7489FD-x');
    expect(ask('bedrock-developer', 'logs:FilterLogEvents', ofFunction)).toBe('allowed');
  });
});

describe('bedrock-operator', () => {
  test('allows: a trial call of the assistant and a request for quota', () => {
    const converse = `arn:aws:lambda:ap-northeast-1:${workload}:function:example-converse`;
    expect(ask('bedrock-operator', 'lambda:InvokeFunction', converse)).toBe('allowed');
    const quota = `arn:aws:servicequotas:ap-northeast-1:${workload}:bedrock/L-00000000`;
    expect(ask('bedrock-operator', 'servicequotas:RequestServiceQuotaIncrease', quota)).toBe('allowed');
  });

  test('denies: a call of any other function', () => {
    const settings = `arn:aws:lambda:ap-northeast-1:${workload}:function:assistant-bedrock-SettingsApply`;
    expect(ask('bedrock-operator', 'lambda:InvokeFunction', settings)).toBe('implicitly-denied');
  });

  test('denies: a call of Amazon Bedrock around the assistant', () => {
    expect(ask('bedrock-operator', 'bedrock:InvokeModel', profileArn)).toBe('implicitly-denied');
  });
});

describe('platform-administrator', () => {
  const role = (name: string) => `arn:aws:iam::${workload}:role/cdk-hnb659fds-${name}-role-${workload}-ap-northeast-1`;

  test.each(['deploy', 'file-publishing', 'image-publishing', 'lookup'])('allows: the %s role', (name) => {
    expect(ask('platform-administrator', 'sts:AssumeRole', role(name))).toBe('allowed');
  });

  test('denies: the execution role, which only CloudFormation uses, and any other role', () => {
    expect(ask('platform-administrator', 'sts:AssumeRole', role('cfn-exec'))).toBe('implicitly-denied');
    const other = `arn:aws:iam::${workload}:role/OrganizationAccountAccessRole`;
    expect(ask('platform-administrator', 'sts:AssumeRole', other)).toBe('implicitly-denied');
  });
});

describe('security-auditor', () => {
  const askThere = (action: string, resource: string, context: Record<string, string[]> = {}) =>
    under('security-auditor', set('security-auditor').statements(facts), {
      accountId: logArchive,
      action,
      resource,
      context,
    });

  test('allows: a query over the log archive', () => {
    const workgroup = `arn:aws:athena:ap-northeast-1:${logArchive}:workgroup/example`;
    expect(askThere('athena:StartQueryExecution', workgroup)).toBe('allowed');
    expect(askThere('s3:GetObject', 'arn:aws:s3:::example-trail/AWSLogs/x.json.gz')).toBe('allowed');
    expect(askThere('s3:PutObject', 'arn:aws:s3:::example-queries/x.csv')).toBe('allowed');
  });

  test.each(['arn:aws:s3:::example-trail/AWSLogs/x.json.gz', 'arn:aws:s3:::example-findings/x'])(
    'denies: writing to %s',
    (resource) => {
      expect(askThere('s3:PutObject', resource)).toBe('implicitly-denied');
      expect(askThere('s3:DeleteObject', resource)).toBe('implicitly-denied');
    },
  );
});

describe('what AWS managed policies grant', () => {
  const trail = organization.trailBucketArn;
  const key = `arn:aws:kms:ap-northeast-1:${logArchive}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  const server = `arn:aws:ec2:sa-east-1:${workload}:instance/i-0123456789abcdef0`;
  const user = `arn:aws:iam::${workload}:user/legacy`;

  test.each([
    ['break-glass-administrator', logArchive, 's3:PutBucketPolicy', trail],
    ['break-glass-administrator', workload, 'ec2:TerminateInstances', server],
    ['break-glass-administrator', workload, 'iam:UpdateAccessKey', user],
    ['break-glass-administrator', workload, 'iam:CreateRole', deploymentRole(organization)],
    ['security-auditor', workload, 'guardduty:GetFindings', '*'],
    ['security-auditor', logArchive, 's3:GetBucketPolicy', trail],
    ['billing-viewer', workload, 'ce:GetCostAndUsage', '*'],
    ['platform-administrator', workload, 'cloudformation:DescribeStacks', '*'],
  ])('allows: %s in %s does %s', (name, accountId, action, resource) => {
    expect(deniedByOrganization(name, { accountId, action, resource })).toEqual([]);
  });

  test.each([
    ['break-glass-administrator', logArchive, 's3:DeleteObjectVersion', `${trail}/AWSLogs/x.json.gz`],
    ['break-glass-administrator', workload, 'cloudtrail:StopLogging', organization.trailArn],
    ['break-glass-administrator', workload, 'organizations:LeaveOrganization', '*'],
    ['break-glass-administrator', workload, 'iam:CreateAccessKey', user],
    ['break-glass-administrator', workload, 'bedrock:CallWithBearerToken', '*'],
  ])('denies: %s in %s does %s, administrator or not', (name, accountId, action, resource) => {
    expect(deniedByOrganization(name, { accountId, action, resource })).not.toEqual([]);
  });

  test('denies: break-glass loses the key of the trail', () => {
    const context = { 'kms:ResourceAliases': [organization.evidenceKeyAliases[0] ?? ''] };
    const request = { accountId: logArchive, action: 'kms:ScheduleKeyDeletion', resource: key, context };
    expect(deniedByOrganization('break-glass-administrator', request)).toEqual(['ProtectOrganizationTrailKeys']);
  });
});
