import { permissionSetFactsOf } from '../../../config/permission-set-facts';
import { permissionsBoundaryFactsOf } from '../../../config/permissions-boundary-facts';
import { policyFactsOf } from '../../../config/policy-facts';
import { lint } from '../../../gate/lint/lint';
import { identitySource, packSources, permissionSetSources } from '../../../gate/lint/pack';
import { organizationPolicies } from '../../../policies/catalogue';
import { permissionSets } from '../../../policies/permission-sets';
import { permissionsBoundary } from '../../../policies/permissions-boundary';
import { documentOf, type OrganizationPolicy } from '../../../policies/policy';
import { exampleOrganization } from '../../helpers/example';

const facts = {
  ...policyFactsOf(exampleOrganization()),
  options: { requireGuardrail: true, denyPriorityTier: true, requirePermissionsBoundary: true },
};

/** What the linter says of our policies after one was changed. */
async function findingsWith(change: (policy: OrganizationPolicy) => OrganizationPolicy): Promise<string[]> {
  const { findings } = await lint(packSources(organizationPolicies.map(change), facts));
  return findings.map(({ rule, sid }) => `${rule} ${sid}`);
}

describe('our own policies', () => {
  test('for people and workloads are clean', async () => {
    const organization = exampleOrganization();
    const sources = permissionSetSources(permissionSets, permissionSetFactsOf(organization));
    const boundary = permissionsBoundary(permissionsBoundaryFactsOf(organization));
    const report = await lint([...sources, identitySource('policies/permissions-boundary.ts', boundary)]);
    expect(report.findings).toEqual([]);
    expect(report.files.length).toBeGreaterThan(5);
  });

  test('are clean, with every option chosen', async () => {
    const report = await lint(packSources(organizationPolicies, facts));
    expect(report.findings).toEqual([]);
    expect(report.files.map(({ kind, statements }) => kind !== undefined && statements > 0)).not.toContain(false);
  });

  test.each([exampleOrganization({ profile: 'personal' }), exampleOrganization({ profile: 'regulated' })])(
    'are clean under profile $profile',
    async (organization) => {
      const { findings, files } = await lint(packSources(organizationPolicies, policyFactsOf(organization)));
      expect(findings).toEqual([]);
      expect(files.length).toBeGreaterThan(0);
    },
  );

  test('are judged as they are stored, under the name of their file, without lines', async () => {
    const [source] = packSources(organizationPolicies, facts);
    const [first] = organizationPolicies as readonly [OrganizationPolicy];
    expect(source).toMatchObject({
      file: `policies/service-control/${first.id}.ts`,
      kind: 'scp',
      located: false,
      text: JSON.stringify(documentOf(first, facts)),
    });
  });

  test('those the organization has not chosen are left out', () => {
    const optional = organizationPolicies.map((policy) => ({ ...policy, applies: () => false }));
    expect(packSources(optional, facts)).toEqual([]);
  });

  test('a profile forgotten in the list of models is found', async () => {
    const found = await findingsWith((policy) => ({
      ...policy,
      statements: (given) =>
        policy.statements(given).map((statement) => {
          const list = [statement.NotResource ?? []].flat().filter((arn) => !arn.includes('inference-profile/'));
          return list.length === 0 ? statement : { ...statement, NotResource: list };
        }),
    }));
    expect(found).toContain('not-resource-forgets-inference-profiles LimitBedrockModels');
  });

  test('a misspelt action is found', async () => {
    const found = await findingsWith((policy) => ({
      ...policy,
      statements: (given) => policy.statements(given).map((one) => ({ ...one, Action: 'cloudtrail:StopLoging' })),
    }));
    expect(found.filter((finding) => finding.startsWith('unknown-action'))).not.toEqual([]);
  });
});
