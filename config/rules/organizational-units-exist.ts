import type { Mistake } from '../mistakes';
import { accountsWithPaths, type ConfigurationRule } from './rule';

/** Accounts name units of this configuration, and no unit is listed twice. */
export const organizationalUnitsExist: ConfigurationRule = (organization) => {
  const units = organization.organizationalUnits;
  if (!units) return [];
  const names = units.map((unit) => unit?.name);
  const mistakes: Mistake[] = [];
  for (const [index, name] of names.entries()) {
    if (name && names.indexOf(name) < index) {
      const advice = 'a unit is created or adopted once. Remove one';
      mistakes.push({ path: `organizationalUnits.${index}.name`, what: 'is listed twice', got: name, advice });
    }
  }
  for (const { path, organizationalUnit } of accountsWithPaths(organization)) {
    if (organizationalUnit && !names.includes(organizationalUnit)) {
      const advice = `policies reach an account through its unit. Use one of ${names.filter(Boolean).join(', ')}, or add the unit`;
      mistakes.push({
        path: `${path}.organizationalUnit`,
        what: 'is not one of organizationalUnits',
        got: organizationalUnit,
        advice,
      });
    }
  }
  return mistakes;
};
