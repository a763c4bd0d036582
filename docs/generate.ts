import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exampleDocument from '../config/organization';
import type { OrganizationInput } from '../config/organization-schema';
import { resolveOrganization } from '../config/resolve-organization';
import { controls } from '../controls/catalogue';
import { controlTable } from '../controls/control-table';
import { type ComparedOrganizations, costTable } from '../cost/cost-table';
import { savedQueries } from '../queries/catalogue';
import { queryPage } from '../queries/query-page';
import { policyPage } from './policy-page/page';

const root = join(__dirname, '..');

/** The pages that are written from the code, with their whole text as it should be. */
export function generatedPages(): ReadonlyMap<string, string> {
  const readme = (page: string, language: 'en' | 'ja') => {
    const withControls = withSection(page, pageOf(page), 'controls', controlTable(controls, language));
    return withSection(page, withControls, 'costs', costTable(comparedOrganizations(), language));
  };
  const organization = resolveOrganization(exampleDocument);
  return new Map([
    ['README.md', readme('README.md', 'en')],
    ['README.ja.md', readme('README.ja.md', 'ja')],
    ['docs/policies.md', policyPage(organization, 'en')],
    ['docs/policies.ja.md', policyPage(organization, 'ja')],
    ['docs/queries.md', queryPage(savedQueries, 'en')],
    ['docs/queries.ja.md', queryPage(savedQueries, 'ja')],
  ]);
}

/** The example organization in every profile, and grown by one. */
function comparedOrganizations(): ComparedOrganizations {
  const example = (changes: Partial<OrganizationInput>) => resolveOrganization({ ...exampleDocument, ...changes });
  const { accounts, governedRegions } = exampleDocument;
  const another = {
    name: 'another',
    id: '555566667777',
    email: 'aws-another@example.com',
    organizationalUnit: 'workloads',
  };
  return {
    profiles: (['personal', 'small', 'regulated'] as const).map((profile) => ({
      profile,
      organization: example({ profile }),
    })),
    before: example({}),
    withAnotherWorkload: example({ accounts: { ...accounts, workloads: [...accounts.workloads, another] } }),
    withAnotherRegion: example({ governedRegions: [...governedRegions, 'us-west-2'] }),
  };
}

const pageOf = (page: string) => readFileSync(join(root, page), 'utf8');

/** A page with the text between its two markers replaced. */
function withSection(page: string, whole: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [before, rest] = whole.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has no section ${name}`);
  return `${before}${start}\n${text}\n${end}${after}`;
}

if (require.main === module) {
  for (const [page, text] of generatedPages()) writeFileSync(join(root, page), text);
}
