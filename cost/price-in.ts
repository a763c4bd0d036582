import { type Price, priceTable } from './price-table';
import { exactly, type Range } from './range';

/** A price as it is used: the row it is from, and what a unit costs in the region that was asked for. */
export interface PriceInRegion {
  readonly row: Price;
  readonly perUnit: Range;
  /** Whether the row is of another region, and the range a guess from it. */
  readonly derived: boolean;
}

/** The region AWS quotes every price for. */
const quotedRegion = 'us-east-1';

/** Prices of other regions are mostly up to half above those of us-east-1, and hardly ever below: CloudWatch Logs in Tokyo is at 1.52. */
const elsewhere: Range = { low: 1, high: 1.6 };

/** The price in a region: its own row, else the one for every region, else that of us-east-1 with a range for the difference. */
export function priceIn(region: string, id: string): PriceInRegion {
  const rows = priceTable.filter((row) => row.id === id);
  const own = rows.find((row) => row.region === region) ?? rows.find((row) => row.region === '*');
  const row = own ?? rows.find(({ region: other }) => other === quotedRegion);
  if (!row) throw new Error(`the price table has no row ${id} for ${region}, * or ${quotedRegion}`);
  const { low, high = low } = row;
  const factor = own ? exactly(1) : elsewhere;
  return { row, perUnit: { low: low * factor.low, high: high * factor.high }, derived: own === undefined };
}
