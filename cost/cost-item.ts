import type { Account, Organization } from '../config/resolve-organization';
import type { Text } from '../policies/policy';
import type { Assumed } from './assumptions';
import type { Range } from './range';

/** An account and a region of the organization, and what is assumed about it. */
export interface Place {
  readonly organization: Organization;
  readonly account: Account;
  readonly region: string;
  readonly assumed: Assumed;
}

/** Something AWS bills: what, by which row of the price table, and how many units of it there are. */
export interface CostItem {
  /** The service's own name, as on the bill. */
  readonly service: string;
  readonly what: Text;
  /** Id of the price. */
  readonly price: string;
  /** Units of the price in one month; undefined where there is nothing to bill. */
  quantity(place: Place): Range | undefined;
}
