import type { ProfileName } from '../config/profiles';
import type { Organization } from '../config/resolve-organization';
import type { Text } from '../policies/policy';
import { assume } from './assumptions';
import { estimate, sumsBy } from './estimate';
import { wholeDollars } from './money';
import { type Range, without } from './range';

/** The same organization in different shapes; the table compares what they cost. */
export interface ComparedOrganizations {
  readonly profiles: readonly { readonly profile: ProfileName; readonly organization: Organization }[];
  /** The one the sentence below the table starts from, and the same with one more workload account or governed region. */
  readonly before: Organization;
  readonly withAnotherWorkload: Organization;
  readonly withAnotherRegion: Organization;
}

const head: Text = { en: 'US dollars a month', ja: '月額（米ドル）' };
const together: Text = { en: 'Together', ja: '合計' };

/** What the services cost by profile, as a table of Markdown with a sentence about growth. */
export function costTable(compared: ComparedOrganizations, language: keyof Text): string {
  const columns = compared.profiles.map(({ profile, organization }) => {
    const { lines, total } = estimate(organization, assume());
    return { profile, total, sums: new Map(sumsBy(lines, 'service').map(({ name, amount }) => [name, amount])) };
  });
  const services = [...new Set(columns.toReversed().flatMap(({ sums }) => [...sums.keys()]))];
  const cells = (values: readonly string[]) => `| ${values.join(' | ')} |`;
  const rows = services.map((service) =>
    cells([
      service,
      ...columns.map(({ sums }) => (sums.has(service) ? wholeDollars(sums.get(service) as Range) : '–')),
    ]),
  );
  const added = (organization: Organization) =>
    wholeDollars(without(estimate(organization, assume()).total, estimate(compared.before, assume()).total));
  const growth: Text = {
    en: `A further workload account adds about $${added(compared.withAnotherWorkload)} a month, a further governed region about $${added(compared.withAnotherRegion)}.`,
    ja: `ワークロードアカウントを 1 つ増やすと月に約 $${added(compared.withAnotherWorkload)}、統制対象のリージョンを 1 つ増やすと約 $${added(compared.withAnotherRegion)} 増えます。`,
  };
  return [
    cells([head[language], ...columns.map(({ profile }) => `\`${profile}\``)]),
    `|---|${columns.map(() => '--:|').join('')}`,
    ...rows,
    cells([together[language], ...columns.map(({ total }) => wholeDollars(total))].map((text) => `**${text}**`)),
    '',
    growth[language],
  ].join('\n');
}
