import { policyPage } from '../../docs/policy-page/page';
import { declarativePolicies, organizationPolicies } from '../../policies/catalogue';
import { permissionSets } from '../../policies/permission-sets';
import { exampleOrganization } from '../helpers/example';

const everything = exampleOrganization({
  optionalPolicies: { requireGuardrail: true, denyPriorityTier: true, requirePermissionsBoundary: true },
  organizationalUnits: [
    { name: 'security' },
    { name: 'workloads' },
    { name: 'canary', canary: true },
    { name: 'suspended', suspended: true },
  ],
  rollout: { policies: { 'limit-regions': 'canary', 'deny-root-user': 'root' } },
  organizationGuardrail: { guardrails: [{ region: 'us-east-1', id: 'abc123', version: 1 }] },
  standardTags: [{ key: 'CostCenter' }],
});
const page = policyPage(everything, 'en');
const sectionOf = (id: string, text = page) => text.split(`\n### ${id}\n`)[1]?.split(/\n##+ /)[0] ?? '';

describe('the page about policies', () => {
  const ids = [...organizationPolicies, ...declarativePolicies].map(({ id }) => id);
  const everyId = [...ids, ...permissionSets.map(({ name }) => name)];

  test.each(['en', 'ja'] as const)('has a section for every policy and permission set: %s', (language) => {
    const headings = [...policyPage(everything, language).matchAll(/^### (.*)$/gm)].map(([, id]) => id);
    expect(headings).toEqual(everyId);
  });

  test('says where each policy is attached and at which stage', () => {
    expect(sectionOf('limit-regions')).toContain(
      'in `canary-service-control-organization`, to canary units (stage canary)',
    );
    expect(sectionOf('deny-root-user')).toContain('in `root-service-control-organization`, to the root (stage root)');
    expect(sectionOf('require-tls')).toContain('to every organizational unit (stage organizational units)');
    expect(sectionOf('quarantine-suspended-accounts')).toContain('to units of suspended accounts, at every stage');
    expect(sectionOf('enforce-organization-guardrail')).toContain('as `BEDROCK_POLICY`, to canary units');
  });

  test('says how to choose what is not chosen', () => {
    const plain = policyPage(exampleOrganization(), 'en');
    expect(sectionOf('deny-priority-tier', plain)).toContain('a matter of choice, `optionalPolicies.denyPriorityTier`');
    expect(sectionOf('standardize-tags', plain)).toContain('a matter of choice, `standardTags`');
    expect(sectionOf('quarantine-suspended-accounts', plain)).toContain('no unit has `suspended: true`');
    const global = exampleOrganization({ bedrock: { inferenceProfiles: ['global.amazon.nova-2-lite-v1:0'] } });
    expect(sectionOf('deny-global-inference', policyPage(global, 'en'))).toContain('has not chosen it');
  });

  test('names who is exempt, by statement where they differ', () => {
    expect(sectionOf('limit-model-agreements')).toContain('Exempt: procurement\n');
    expect(sectionOf('quarantine-suspended-accounts')).toContain('Exempt: whoever repairs accounts, auditors\n');
    expect(sectionOf('limit-regions')).toContain(
      'Exempt: whoever repairs accounts (`LimitRegions`, `LimitRegionsPartlyGlobal`); nobody (`LimitRegionsInference`',
    );
  });

  test('spells out what the organization guardrail needs', () => {
    expect(sectionOf('enforce-organization-guardrail').match(/^\d\. /gm)).toHaveLength(5);
  });

  test('names who is assigned a permission set, and where', () => {
    expect(sectionOf('security-auditor')).toContain('Assigned to: `security` in `log-archive`, `audit`, `assistant`\n');
    expect(sectionOf('billing-viewer')).toContain('Assigned to: nobody\n');
  });

  test('says that resource control policies do not reach Amazon Bedrock and AWS Lambda', () => {
    expect(page).toContain('Amazon Bedrock and AWS Lambda do not support resource control policies');
  });

  test('has the statements as AWS stores them', () => {
    const [, json] = /```json\n([\s\S]*?)```/.exec(sectionOf('deny-leaving-organization')) ?? [];
    expect(JSON.parse(json ?? '')).toMatchObject([{ Sid: 'DenyLeavingOrganization', Effect: 'Deny' }]);
  });

  test('links to places that exist on it', () => {
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((anchor) => !everyId.includes(anchor ?? ''))).toEqual([]);
  });
});
