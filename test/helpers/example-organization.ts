import type { OrganizationInput } from '../../config/organization-schema';

/**
 * The organization of the tests: what `config/organization.ts` is before somebody edits it. Tests are about the baseline, so they pass
 * whatever the organization of the user looks like.
 */
const organization: OrganizationInput = {
  name: 'example',
  organizationId: 'o-exampleorg1',
  rootId: 'r-exmp',
  profile: 'small',
  language: 'ja',

  homeRegion: 'ap-northeast-1',
  governedRegions: ['ap-northeast-1', 'us-east-1'],
  retention: { class: 'jp-jsox' },
  alertContacts: ['security@example.com'],
  alternateContacts: {
    security: {
      name: 'Security team',
      title: 'On duty',
      email: 'security@example.com',
      phone: '+81 3-0000-0000',
    },
  },

  organizationalUnits: [{ name: 'security' }, { name: 'workloads' }],
  accounts: {
    management: { id: '111122223333', email: 'aws-management@example.com' },
    logArchive: { id: '222233334444', email: 'aws-log-archive@example.com', organizationalUnit: 'security' },
    audit: { id: '333344445555', email: 'aws-audit@example.com', organizationalUnit: 'security' },
    workloads: [
      {
        name: 'assistant',
        id: '444455556666',
        email: 'aws-assistant@example.com',
        organizationalUnit: 'workloads',
        slack: { teamId: 'T0123456789', appId: 'A0123456789' },
        invocationLogRetention: { class: 'standard' },
      },
    ],
  },

  bedrock: { inferenceProfiles: ['jp.amazon.nova-2-lite-v1:0', 'jp.anthropic.claude-haiku-5-5'] },

  identityCenter: {
    instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
    identityStoreId: 'd-1234567890',
    groups: [
      { name: 'security', description: 'Reads findings and logs in every account' },
      { name: 'developers', description: 'Builds the assistant' },
      { name: 'operators', description: 'Runs the assistant' },
      { name: 'break-glass', description: 'Two people who repair what nothing else can; every use alarms' },
    ],
    assignments: [
      { group: 'security', permissionSet: 'security-auditor', accounts: ['log-archive', 'audit', 'assistant'] },
      { group: 'security', permissionSet: 'prompt-log-reader', accounts: ['assistant'] },
      { group: 'developers', permissionSet: 'bedrock-developer', accounts: ['assistant'] },
      { group: 'operators', permissionSet: 'bedrock-operator', accounts: ['assistant'] },
      {
        group: 'break-glass',
        permissionSet: 'break-glass-administrator',
        accounts: ['log-archive', 'audit', 'assistant'],
      },
    ],
  },

  monthlyBudget: 100,
};

export default organization;
