import type { AssembledStack } from '../assembly';
import type { Check } from './check';

const parts = {
  'AWS::SecurityHub::FindingAggregator': 'finding aggregator',
  'AWS::SecurityHub::OrganizationConfiguration': 'organization configuration',
  'AWS::SecurityHub::ConfigurationPolicy': 'configuration policy',
} as const;

/** Security Hub is aggregated, configured centrally and associated with the root, from the audit account. */
export const securityHubCoversOrganization: Check = {
  id: 'security-hub-covers-organization',
  severity: 'high',
  assurance: 'asserted',
  promise: {
    en: 'One Security Hub configuration of the audit account covers every account',
    ja: '監査アカウントの一つの Security Hub 設定が全アカウントを対象にする',
  },
  why: {
    en: 'A configuration policy that is not associated with anything checks nothing.',
    ja: 'どこにも関連付けられていない設定ポリシーは、何も検査しません。',
  },
  fix: {
    en: 'Declare the missing part in the stacks of the audit account.',
    ja: '足りない部分を監査アカウントのスタックで宣言してください。',
  },
  run({ assembly, organization }) {
    const stacks = assembly.stacks.filter(({ account }) => account === organization.accounts.audit.id);
    const missing: string[] = Object.entries(parts)
      .filter(([type]) => !stacks.some((stack) => has(stack, type)))
      .map(([, name]) => name);
    const root = { TargetType: 'ROOT', TargetId: organization.rootId };
    if (!stacks.some((stack) => has(stack, 'AWS::SecurityHub::PolicyAssociation', root))) {
      missing.push('association with the root');
    }
    if (missing.length === 0) return [{ state: 'pass' }];
    return [
      {
        state: 'fail',
        message: {
          en: `The audit account lacks the Security Hub ${missing.join(', ')}`,
          ja: `監査アカウントに Security Hub の次の部分がありません: ${missing.join('、')}`,
        },
      },
    ];
  },
};

function has({ resources }: AssembledStack, type: string, properties: Record<string, string> = {}): boolean {
  return Object.values(resources).some(
    (resource) =>
      resource.Type === type &&
      Object.entries(properties).every(([key, value]) => resource.Properties?.[key] === value),
  );
}
