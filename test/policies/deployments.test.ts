import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organizationApp } from '../../bin/app';
import { policyFactsOf } from '../../config/policy-facts';
import { organizationPolicies } from '../../policies/catalogue';
import { composePolicies } from '../../policies/composition';
import type { Statement } from '../../policies/policy';
import { protectBaselineStacks } from '../../policies/service-control/protect-baseline-stacks';
import { emptyFunctionCode, exampleOrganization } from '../helpers/example';
import { judgeFor } from '../helpers/judge';

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>> & {
    readonly Path?: string;
    readonly RoleName?: string;
    readonly ManagedPolicyName?: string;
    readonly Roles?: readonly { readonly Ref: string }[];
    readonly PolicyDocument?: { readonly Statement: readonly Statement[] };
  };
}

/** Everything the project offers is on, so that every stack there can be is judged. */
const organization = exampleOrganization({
  services: { securityHub: 'cspm', macie: true, trailAlarms: true },
  chat: { slackWorkspaceId: 'T0123456789', slackChannelId: 'C0123456789' },
  optionalPolicies: { requireGuardrail: true, denyPriorityTier: true, requirePermissionsBoundary: true },
});
const facts = policyFactsOf(organization);
const documents = composePolicies(organizationPolicies, facts).filter(({ targets }) => targets === 'every-unit');
const outdir = mkdtempSync(join(tmpdir(), 'ishizue-deployments-'));
const stacks = organizationApp(organization, { outdir, functionCode: emptyFunctionCode })
  .synth()
  .stacks.map(({ stackName, environment, templateFullPath }) => ({
    stackName,
    account: environment.account,
    region: environment.region,
    resources: Object.entries(
      (JSON.parse(readFileSync(templateFullPath, 'utf8')) as { Resources: Record<string, Resource> }).Resources,
    ),
  }))
  .filter(({ account }) => account !== organization.accounts.management.id);

const matches = (patterns: readonly string[], text: string) =>
  patterns.some((pattern) =>
    new RegExp(
      `^${pattern
        .split('*')
        .map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'))
        .join('.*')}$`,
    ).test(text),
  );
const arnOf = (kind: 'role' | 'policy', account: string, path = '/', name = 'generated') =>
  `arn:aws:iam::${account}:${kind}${path}${name}`;
const list = <Item>(value: Item | readonly Item[] | undefined) =>
  value === undefined ? [] : ([value].flat() as readonly Item[]);

describe('the deployments of this baseline, under its own policies', () => {
  test('include stacks with settings in the audit and the workload account', () => {
    const withSettings = stacks.filter(({ resources }) =>
      resources.some(([, { Type }]) => Type === 'Custom::Settings'),
    );
    expect(new Set(withSettings.map(({ account }) => account)).size).toBe(2);
  });

  test('include functions that apply settings, which are told from the others by their logical ids', () => {
    const functions = stacks.flatMap(({ resources }) =>
      resources.filter(([, { Type }]) => Type === 'AWS::Lambda::Function').map(([logicalId]) => logicalId),
    );
    const [pattern = ''] = protectBaselineStacks
      .statements(facts)
      .flatMap(({ Condition }) => list(Condition?.StringLike?.['aws:ResourceTag/aws:cloudformation:logical-id']));
    const applying = functions.filter((logicalId) => matches([pattern], logicalId));
    const settings = stacks.flatMap(({ resources }) => resources.filter(([, { Type }]) => Type === 'Custom::Settings'));
    expect(applying).toHaveLength(settings.length);
    const others = functions.filter((logicalId) => !applying.includes(logicalId));
    expect(others.map((logicalId) => logicalId.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual([
      'AssistantConverseFunction',
      'AssistantWorkerFunction',
      'FindingsOnEventFunction',
      'SlackIngressFunction',
      'ValidationValidateFunction',
    ]);
  });

  test.each(stacks.map((stack) => [stack.stackName, stack] as const))('%s is a protected stack', (stackName) => {
    expect(matches(facts.baselineStacks, stackName)).toBe(true);
  });

  test.each(stacks.map((stack) => [stack.stackName, stack] as const))(
    '%s makes roles and policies that are protected',
    (_stackName, { account, resources }) => {
      const open = resources.filter(([, { Type, Properties }]) => {
        const { Path, RoleName, ManagedPolicyName } = Properties ?? {};
        if (Type === 'AWS::IAM::Role') return !matches(facts.baselineRoleArns, arnOf('role', account, Path, RoleName));
        if (Type !== 'AWS::IAM::ManagedPolicy') return false;
        return !matches(facts.baselinePolicyArns, arnOf('policy', account, Path, ManagedPolicyName));
      });
      expect(open.map(([logicalId]) => logicalId)).toEqual([]);
    },
  );

  test.each(stacks.map((stack) => [stack.stackName, stack] as const))(
    '%s has functions that may do what their own policies say',
    (_stackName, { account, region, resources }) => {
      const judge = judgeFor(documents, facts);
      const roles = new Map(resources.filter(([, { Type }]) => Type === 'AWS::IAM::Role'));
      const stopped = resources.flatMap(([, { Type, Properties }]) => {
        if (Type !== 'AWS::IAM::ManagedPolicy') return [];
        return list(Properties?.Roles).flatMap(({ Ref }) => {
          const { Path, RoleName } = roles.get(Ref)?.Properties ?? {};
          const principal = arnOf('role', account, Path, RoleName);
          const statements = (Properties?.PolicyDocument?.Statement ?? []).filter(({ Effect }) => Effect === 'Allow');
          return (
            statements
              .flatMap(({ Action }) => list(Action))
              // Model calls are judged by the examples of the policies: they depend on model, profile and guardrail.
              .filter((action) => !action.startsWith('bedrock:InvokeModel'))
              .map((action) => ({
                says: { en: '', ja: '' },
                principal,
                action,
                resource: action === 'iam:PassRole' ? arnOf('role', account, '/example/') : '*',
                context: { 'aws:RequestedRegion': region, ...given[action] },
              }))
              .flatMap((request) => judge.denials(request).map((sid) => `${principal} ${request.action} ${sid}`))
          );
        });
      });
      expect(stopped).toEqual([]);
    },
  );
});

/** What the functions say in their requests. */
const given: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'bedrock:PutAccountDataRetention': { 'bedrock:DataRetentionMode': 'none' },
};
