import { globalServicesRegion } from '../config/regions';
import { everyAccount, type Organization } from '../config/resolve-organization';
import type { Text } from '../policies/policy';
import type { Assumed } from './assumptions';
import { assistantItems } from './items/assistant';
import { detectionItems } from './items/detection';
import { evidenceItems } from './items/evidence';
import { priceIn } from './price-in';
import type { Price } from './price-table';
import { product, type Range, sum } from './range';

/** One figure of an estimate: what costs how much where, and the row of the price table it is from. */
export interface CostLine {
  readonly service: string;
  readonly what: Text;
  readonly account: string;
  readonly region: string;
  /** Units of the price in a month. */
  readonly quantity: Range;
  /** US dollars for a unit here; a range where the price of the region is not known. */
  readonly perUnit: Range;
  /** US dollars a month: quantity times price. */
  readonly amount: Range;
  readonly price: Price;
  /** Whether the price was guessed from that of another region. */
  readonly derived: boolean;
}

export interface Estimate {
  /** US dollars a month. */
  readonly total: Range;
  readonly lines: readonly CostLine[];
}

const items = [...detectionItems, ...assistantItems, ...evidenceItems];

/** What the baseline costs in a month at list prices, models not counted. Pure: the same organization costs the same. */
export function estimate(organization: Organization, assumed: Assumed): Estimate {
  const { homeRegion, governedRegions } = organization;
  const regions = [...new Set([homeRegion, ...governedRegions, globalServicesRegion])];
  const lines = items.flatMap(({ service, what, price: id, quantity: quantityIn }) =>
    everyAccount(organization).flatMap((account) =>
      regions.flatMap((region): CostLine[] => {
        const quantity = quantityIn({ organization, account, region, assumed });
        if (!quantity || quantity.high === 0) return [];
        const { row, perUnit, derived } = priceIn(region, id);
        const amount = product(quantity, perUnit);
        return [{ service, what, account: account.name, region, quantity, perUnit, amount, price: row, derived }];
      }),
    ),
  );
  return { total: totalOf(lines), lines };
}

export const totalOf = (lines: readonly CostLine[]): Range => sum(lines.map(({ amount }) => amount));

/** The sums of the lines by a property, the most expensive first. */
export function sumsBy(
  lines: readonly CostLine[],
  property: 'service' | 'account' | 'region',
): readonly { readonly name: string; readonly amount: Range }[] {
  const names = [...new Set(lines.map((line) => line[property]))];
  return names
    .map((name) => ({ name, amount: totalOf(lines.filter((line) => line[property] === name)) }))
    .sort((a, b) => b.amount.high - a.amount.high);
}
