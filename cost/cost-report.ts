import type { Organization } from '../config/resolve-organization';
import { type Assumed, assumptionNames } from './assumptions';
import { type CostLine, estimate, sumsBy } from './estimate';
import type { Range } from './range';
import { type SecurityHubCost, type SwitchCost, securityHubCosts, switchCosts } from './switch-costs';

type Sums = ReturnType<typeof sumsBy>;

/** Everything `ishizue cost` says, as data. */
export interface CostReport {
  /** Raised when a field changes its meaning or goes away. */
  readonly schemaVersion: 1;
  readonly currency: 'USD';
  readonly period: 'month';
  readonly organization: { readonly name: string; readonly profile: string };
  readonly total: Range;
  /** The budget of the configuration, and whether the upper bound is above it. */
  readonly budget?: { readonly amount: number; readonly exceeded: boolean };
  readonly byService: Sums;
  readonly byAccount: Sums;
  readonly byRegion: Sums;
  readonly switches: readonly SwitchCost[];
  /** The total for each choice of Security Hub. */
  readonly securityHub: readonly SecurityHubCost[];
  readonly assumptions: readonly (Range & { readonly name: string })[];
  readonly lines: readonly CostLine[];
}

export function costReport(organization: Organization, assumed: Assumed): CostReport {
  const { name, profile, monthlyCostBudget: amount } = organization;
  const { total, lines } = estimate(organization, assumed);
  return {
    schemaVersion: 1,
    currency: 'USD',
    period: 'month',
    organization: { name, profile },
    total,
    ...(amount !== undefined && { budget: { amount, exceeded: total.high > amount } }),
    byService: sumsBy(lines, 'service'),
    byAccount: sumsBy(lines, 'account'),
    byRegion: sumsBy(lines, 'region'),
    switches: switchCosts(organization, assumed),
    securityHub: securityHubCosts(organization, assumed),
    assumptions: assumptionNames.map((assumption) => ({ name: assumption, ...assumed[assumption] })),
    lines,
  };
}

/** Ids of the prices that are guesses: not found anywhere, or known for another region only. */
export function guessedPrices(lines: readonly CostLine[]): { readonly unknown: string[]; readonly derived: string[] } {
  const ids = (some: readonly CostLine[]) => [...new Set(some.map(({ price }) => price.id))].sort();
  return {
    unknown: ids(lines.filter(({ price }) => price.confidence === 'low')),
    derived: ids(lines.filter(({ derived }) => derived)),
  };
}
