import type { Mistake } from '../mistakes';
import { accountsWithPaths, type ConfigurationRule } from './rule';

/** Trusted accounts belong to somebody else, and are listed once. */
export const trustedAccountsAreOutside: ConfigurationRule = (organization) => {
  const trusted = organization.trustedAccountIds ?? [];
  const own = accountsWithPaths(organization);
  const mistakes: Mistake[] = [];
  for (const [index, id] of trusted.entries()) {
    if (id === undefined) continue;
    const path = `trustedAccountIds.${index}`;
    const same = own.find(({ account }) => account?.id === id);
    if (same) {
      const advice = 'accounts of the organization are trusted already, and stop being so when they leave. Remove it';
      mistakes.push({ path, what: `is the id of ${same.path}`, got: id, advice });
    } else if (trusted.indexOf(id) < index) {
      mistakes.push({ path, what: 'is listed twice', got: id, advice: 'once is enough. Remove one' });
    }
  }
  return mistakes;
};
