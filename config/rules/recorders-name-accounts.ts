import type { Mistake } from '../mistakes';
import { accountsWithPaths, type ConfigurationRule } from './rule';

/** The recorder of AWS Config is adopted in accounts of this configuration only. */
export const recordersNameAccounts: ConfigurationRule = (organization) => {
  const known = accountsWithPaths(organization).flatMap(({ name }) => (name ? [name] : []));
  const lists = ['existingIn', 'roleExistsIn'] as const;
  return lists.flatMap((list) =>
    (organization.configurationRecorder?.[list] ?? []).flatMap((name, index): Mistake[] =>
      name === undefined || known.includes(name)
        ? []
        : [
            {
              path: `configurationRecorder.${list}.${index}`,
              what: 'is not an account name',
              got: name,
              advice: `a recorder is adopted in an account of this file. Use one of ${known.join(', ')}`,
            },
          ],
    ),
  );
};
