import type { ServiceSwitches } from '../config/profiles';
import type { Organization } from '../config/resolve-organization';
import type { Assumed } from './assumptions';
import { estimate } from './estimate';
import { type Range, without } from './range';

/** What one switch of `services` costs: saved when it is on and goes off, added when it is off and goes on. */
export interface SwitchCost {
  readonly name: keyof ServiceSwitches;
  readonly on: boolean;
  /** US dollars a month. */
  readonly amount: Range;
}

/** Every switch, those that are on first, and the most expensive first among them. */
export function switchCosts(organization: Organization, assumed: Assumed): readonly SwitchCost[] {
  const names = Object.keys(organization.services) as (keyof ServiceSwitches)[];
  const totalWith = (name: keyof ServiceSwitches, on: boolean) =>
    estimate({ ...organization, services: { ...organization.services, [name]: on } }, assumed).total;
  return names
    .map((name) => ({
      name,
      on: organization.services[name],
      amount: without(totalWith(name, true), totalWith(name, false)),
    }))
    .sort((a, b) => Number(b.on) - Number(a.on) || b.amount.high - a.amount.high);
}
