import { type SecurityHubChoice, type ServiceSwitches, securityHubChoices } from '../config/profiles';
import type { Organization } from '../config/resolve-organization';
import type { Assumed } from './assumptions';
import { estimate } from './estimate';
import { type Range, without } from './range';

/** The switches that are on or off. */
export type SwitchName = Exclude<keyof ServiceSwitches, 'securityHub'>;

/** What one switch of `services` costs: saved when it is on and goes off, added when it is off and goes on. */
export interface SwitchCost {
  readonly name: SwitchName;
  readonly on: boolean;
  /** US dollars a month. */
  readonly amount: Range;
}

/** Every switch, those that are on first, and the most expensive first among them. */
export function switchCosts(organization: Organization, assumed: Assumed): readonly SwitchCost[] {
  const names = (Object.keys(organization.services) as (keyof ServiceSwitches)[]).filter(
    (name) => name !== 'securityHub',
  );
  const totalWith = (name: SwitchName, on: boolean) =>
    estimate({ ...organization, services: { ...organization.services, [name]: on } }, assumed).total;
  return names
    .map((name) => ({
      name,
      on: organization.services[name],
      amount: without(totalWith(name, true), totalWith(name, false)),
    }))
    .sort((a, b) => Number(b.on) - Number(a.on) || b.amount.high - a.amount.high);
}

/** What the organization would cost with another Security Hub. Not a difference: the bounds of the one need not be above those of the other. */
export interface SecurityHubCost {
  readonly choice: SecurityHubChoice;
  /** US dollars a month, everything included. */
  readonly total: Range;
}

/** The total for each choice of `services.securityHub`, the one that is made included. */
export function securityHubCosts(organization: Organization, assumed: Assumed): readonly SecurityHubCost[] {
  return securityHubChoices.map((choice) => ({
    choice,
    total: estimate({ ...organization, services: { ...organization.services, securityHub: choice } }, assumed).total,
  }));
}
