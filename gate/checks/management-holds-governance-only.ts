import type { Check, CheckResult } from './check';

/** Services that govern, and what a custom resource or an alarm needs. Anything else is somebody's workload. */
const governance = new Set([
  'AWS::AccessAnalyzer',
  'AWS::Budgets',
  'AWS::CDK',
  'AWS::CE',
  'AWS::CloudFormation',
  'AWS::CloudTrail',
  'AWS::CloudWatch',
  'AWS::Config',
  'AWS::Events',
  'AWS::GuardDuty',
  'AWS::IAM',
  'AWS::IdentityStore',
  'AWS::KMS',
  'AWS::Lambda',
  'AWS::Logs',
  'AWS::Organizations',
  'AWS::SNS',
  'AWS::SQS',
  'AWS::SSM',
  'AWS::SSO',
  'AWS::SecurityHub',
]);

/** The management account, which no service control policy reaches, runs nothing but governance. */
export const managementHoldsGovernanceOnly: Check = {
  id: 'management-holds-governance-only',
  severity: 'high',
  assurance: 'proved',
  promise: { en: 'The management account holds governance only', ja: '管理アカウントには統制だけを置く' },
  why: {
    en: 'Service control policies do not apply to the management account: a workload there escapes every guard of the organization.',
    ja: '管理アカウントにはサービスコントロールポリシーが効かず、そこに置いたワークロードは組織のすべての統制を免れます。',
  },
  fix: {
    en: 'Put the resource into a workload account.',
    ja: 'リソースをワークロードのアカウントに移してください。',
  },
  run({ assembly, organization }) {
    const management = assembly.stacks.filter(({ account }) => account === organization.accounts.management.id);
    return management.flatMap(({ id, resources }): CheckResult[] => {
      const foreign = Object.entries(resources).filter(([, { Type }]) => !isGovernance(Type));
      if (foreign.length === 0) return [{ state: 'pass', stack: id }];
      return foreign.map(([logicalId, { Type }]) => ({
        state: 'fail',
        stack: id,
        logicalId,
        message: {
          en: `${id} puts a ${Type} into the management account`,
          ja: `${id} が管理アカウントに ${Type} を作成します`,
        },
      }));
    });
  },
};

function isGovernance(type: string): boolean {
  return type.startsWith('Custom::') || governance.has(type.split('::').slice(0, 2).join('::'));
}
