import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudAssembly, CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { organizationApp } from '../../bin/app';
import type { OrganizationInput } from '../../config/organization-schema';
import { purposeOf } from '../../config/stack-purposes';
import { emptyFunctionCode, exampleOrganization } from '../helpers/example';
import exampleDocument from '../helpers/example-organization';
import frozenLogicalIds from './stateful-logical-ids.json';

const statefulTypes = [
  'AWS::CloudTrail::Trail',
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::Organizations::OrganizationalUnit',
  'AWS::S3::Bucket',
  'AWS::SecretsManager::Secret',
  'AWS::SQS::Queue',
];

/** The second lets a first deployment that fails be repeated: what it created is removed, what existed before is not. */
const retaining = ['Retain', 'RetainExceptOnCreate'];

interface Template {
  readonly Description?: string;
  readonly Resources: Record<string, { Type: string; DeletionPolicy?: string; Properties?: Record<string, unknown> }>;
  readonly Outputs?: Record<string, { Export?: unknown }>;
}

function synthesize(overrides: Partial<OrganizationInput> = {}): CloudAssembly {
  const outdir = mkdtempSync(join(tmpdir(), 'ishizue-app-'));
  return organizationApp(exampleOrganization(overrides), { outdir, functionCode: emptyFunctionCode }).synth();
}

const templateOf = (stack: CloudFormationStackArtifact): Template =>
  JSON.parse(readFileSync(stack.templateFullPath, 'utf8'));

describe('the app of the example organization', () => {
  const assembly = synthesize();
  const stacks = assembly.stacks;

  test('has the stacks of the deployment plan, under frozen ids', () => {
    expect(stacks.map(({ id }) => id).sort()).toEqual([
      'assistant-account',
      'assistant-assistant-ap-northeast-1',
      'assistant-bedrock-ap-northeast-1',
      'audit-access-analyzer-ap-northeast-1',
      'audit-access-analyzer-us-east-1',
      'audit-alerts',
      'audit-guardduty-ap-northeast-1',
      'audit-guardduty-us-east-1',
      'audit-security-hub',
      'audit-security-hub-association',
      'log-archive-integrity',
      'log-archive-storage',
      'management-access-policies',
      'management-alternate-contacts',
      'management-declarative-policies',
      'management-delegation-ap-northeast-1',
      'management-delegation-us-east-1',
      'management-foundation',
      'management-identity-center',
      'management-identity-center-assignments-assistant',
      'management-identity-center-assignments-audit',
      'management-identity-center-assignments-log-archive',
      'management-identity-center-assignments-management',
      'management-trail',
    ]);
  });

  test('says what each stack is for, in both languages', () => {
    for (const stack of stacks) {
      const { en, ja } = purposeOf(templateOf(stack).Description ?? '');
      expect([stack.id, ja]).not.toEqual([stack.id, en]);
    }
  });

  test('keeps the logical ids of what holds state: a renamed one would be deleted', () => {
    const stateful = Object.fromEntries(
      stacks
        .map((stack): [string, string[]] => [
          stack.id,
          Object.entries(templateOf(stack).Resources)
            .filter(([, { Type }]) => statefulTypes.includes(Type))
            .map(([logicalId, { Type }]) => `${Type} ${logicalId}`)
            .sort(),
        ])
        .filter(([, resources]) => resources.length > 0)
        .sort(([a], [b]) => a.localeCompare(b)),
    );
    expect(stateful).toEqual(frozenLogicalIds);
  });

  test('creates stacks in the order of the first deployment', () => {
    // The CLI lists and deploys in the order of the manifest.
    const listed = Object.keys(assembly.manifest.artifacts ?? {});
    const order = (id: string) => listed.indexOf(id);
    const plan = [
      'management-foundation',
      'management-alternate-contacts',
      'log-archive-storage',
      'log-archive-integrity',
      'management-delegation-ap-northeast-1',
      'management-trail',
      'audit-security-hub',
      'audit-guardduty-ap-northeast-1',
      'management-declarative-policies',
      'assistant-account',
      'management-identity-center',
      'management-identity-center-assignments-assistant',
      'audit-security-hub-association',
      'management-access-policies',
    ];
    expect(plan.map(order)).not.toContain(-1);
    expect(plan.map(order)).toEqual(plan.map(order).toSorted((a, b) => a - b));
  });

  test('lets every account be deployed by itself: no stack depends on a stack of another account', () => {
    const foreign = stacks.flatMap((stack) =>
      stack.dependencies
        .filter((dependency): dependency is CloudFormationStackArtifact => 'environment' in dependency)
        .filter((dependency) => dependency.environment.account !== stack.environment.account)
        .map((dependency) => `${stack.id} → ${dependency.id}`),
    );
    expect(foreign).toEqual([]);
  });

  test('names the administrators of every region before a policy switches Inspector on', () => {
    const policies = stacks.find(({ id }) => id === 'management-declarative-policies');
    const first = policies?.dependencies.map(({ id }) => id);
    expect(first).toEqual(
      expect.arrayContaining(['management-delegation-ap-northeast-1', 'management-delegation-us-east-1']),
    );
  });

  test.each(stacks.map((stack) => [stack.id, stack] as const))(
    '%s holds something, is protected and fits',
    (_id, stack) => {
      const { Resources, Outputs = {} } = templateOf(stack);
      expect(Object.keys(Resources).length).toBeGreaterThan(0);
      expect(Object.keys(Resources).length).toBeLessThanOrEqual(500);
      expect(stack.terminationProtection).toBe(true);
      expect(Object.values(Outputs).filter((output) => output.Export)).toEqual([]);
      const text = readFileSync(stack.templateFullPath, 'utf8');
      expect(text).not.toMatch(/Fn::ImportValue|Fn::GetStackOutput|"Fn::Transform"/);
      expect(text.length).toBeLessThan(1_000_000);
    },
  );

  test('retains everything that holds state when its stack is deleted', () => {
    const lost = stacks.flatMap((stack) =>
      Object.entries(templateOf(stack).Resources)
        .filter(
          ([, { Type, DeletionPolicy }]) => statefulTypes.includes(Type) && !retaining.includes(DeletionPolicy ?? ''),
        )
        .map(([logicalId, { Type }]) => `${stack.id} ${Type} ${logicalId}`),
    );
    // A queue of undelivered alerts is worth nothing without the stack whose alerts they were.
    expect(lost.filter((resource) => !resource.includes('AWS::SQS::Queue'))).toEqual([]);
  });

  test('is byte-identical from run to run', () => {
    // Metadata is left out: it holds the stack trace of each construct, and a test is called from elsewhere each time.
    const isDeployed = (name: string) => /\.(template|assets)\.json$|^manifest\.json$/.test(name);
    const files = readdirSync(assembly.directory).filter(isDeployed);
    const again = synthesize();
    expect(files.length).toBeGreaterThan(30);
    expect(readdirSync(again.directory).filter(isDeployed)).toEqual(files);
    for (const name of files) {
      expect([name, readFileSync(join(again.directory, name), 'utf8')]).toEqual([
        name,
        readFileSync(join(assembly.directory, name), 'utf8'),
      ]);
    }
  });
});

describe('the app of other organizations', () => {
  test('adds Macie per region where the profile asks for it', () => {
    const ids = synthesize({ profile: 'regulated' }).stacks.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['audit-macie-ap-northeast-1', 'audit-macie-us-east-1']));
  });

  test('adds a network before what runs in it, where the profile asks for it', () => {
    const { manifest } = synthesize({ profile: 'regulated' });
    const listed = Object.keys(manifest.artifacts ?? {}).filter((id) =>
      /^assistant-(network|bedrock|assistant)-ap-northeast-1$/.test(id),
    );
    expect(listed).toEqual(['network', 'bedrock', 'assistant'].map((what) => `assistant-${what}-ap-northeast-1`));
  });

  test('logs every call of every workload wherever one of them runs Amazon Bedrock', () => {
    const { accounts, homeRegion } = exampleOrganization();
    const [assistant] = accounts.workloads;
    if (!assistant) throw new Error('the example has a workload');
    const { management, logArchive, audit } = exampleDocument.accounts;
    const other = { name: 'second', id: '555566667777', email: 'second@example.com', organizationalUnit: 'workloads' };
    const { stacks } = synthesize({
      accounts: {
        management,
        logArchive,
        audit,
        workloads: [...exampleDocument.accounts.workloads, { ...other, regions: ['us-east-1'] }],
      },
    });
    const loggedIn = (account: string) =>
      stacks
        .filter(({ environment }) => environment.account === account)
        .filter((stack) => JSON.stringify(templateOf(stack)).includes('bedrock-invocation-logging'))
        .map(({ environment }) => environment.region)
        .sort();
    expect(loggedIn(assistant.id)).toEqual([homeRegion, 'us-east-1']);
    expect(loggedIn(other.id)).toEqual([homeRegion, 'us-east-1']);
  });

  test.each(['personal', 'small', 'regulated'] as const)('synthesizes the profile %s in other regions', (profile) => {
    const { stacks } = synthesize({ profile, governedRegions: ['ap-northeast-1', 'ap-northeast-3'] });
    const ids = stacks.map(({ id }) => id);
    expect(ids).toContain('audit-guardduty-ap-northeast-3');
    expect(ids).not.toContain('audit-guardduty-us-east-1');
  });

  test('adding a workload account changes no stack of another workload', () => {
    const example = exampleOrganization();
    const [first] = example.accounts.workloads;
    if (!first) throw new Error('the example has a workload');
    const before = synthesize();
    const { management, logArchive, audit } = jsonCopy(example.accounts);
    const after = synthesize({
      accounts: {
        management: { id: management.id, email: management.email },
        logArchive: withoutName(logArchive),
        audit: withoutName(audit),
        workloads: [
          {
            name: 'assistant',
            id: first.id,
            email: first.email,
            organizationalUnit: 'workloads',
            slack: { teamId: 'T0123456789', appId: 'A0123456789' },
            invocationLogRetention: { class: 'standard' },
          },
          { name: 'second', id: '555566667777', email: 'second@example.com', organizationalUnit: 'workloads' },
        ],
      },
    });
    const untouched = before.stacks.filter(({ id }) => id.startsWith('assistant-'));
    expect(untouched.length).toBeGreaterThan(0);
    for (const stack of untouched) {
      const same = after.stacks.find(({ id }) => id === stack.id);
      expect(same && templateOf(same)).toEqual(templateOf(stack));
    }
  });
});

const jsonCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const withoutName = ({
  id,
  email,
  organizationalUnit = '',
}: {
  id: string;
  email: string;
  organizationalUnit?: string;
}) => ({
  id,
  email,
  organizationalUnit,
});
