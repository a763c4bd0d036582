import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadOrganization } from '../config/load-organization';
import { controls } from '../controls/catalogue';
import { controlTable } from '../controls/control-table';
import { savedQueries } from '../queries/catalogue';
import { queryPage } from '../queries/query-page';
import { policyPage } from './policy-page/page';

const root = join(__dirname, '..');

/** The pages that are written from the code, with their whole text as it should be. */
export function generatedPages(): ReadonlyMap<string, string> {
  const organization = loadOrganization(join(root, 'config', 'organization.ts'));
  return new Map([
    ['README.md', withSection('README.md', 'controls', controlTable(controls, 'en'))],
    ['README.ja.md', withSection('README.ja.md', 'controls', controlTable(controls, 'ja'))],
    ['docs/policies.md', policyPage(organization, 'en')],
    ['docs/policies.ja.md', policyPage(organization, 'ja')],
    ['docs/queries.md', queryPage(savedQueries, 'en')],
    ['docs/queries.ja.md', queryPage(savedQueries, 'ja')],
  ]);
}

/** A page with the text between its two markers replaced. */
function withSection(page: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [before, rest] = readFileSync(join(root, page), 'utf8').split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has no section ${name}`);
  return `${before}${start}\n${text}\n${end}${after}`;
}

if (require.main === module) {
  for (const [page, text] of generatedPages()) writeFileSync(join(root, page), text);
}
