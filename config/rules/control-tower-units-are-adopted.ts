import type { ConfigurationRule } from './rule';

/** Under AWS Control Tower every organizational unit is adopted: a unit made behind its back is drift. */
export const controlTowerUnitsAreAdopted: ConfigurationRule = ({ controlTower, organizationalUnits = [] }) =>
  organizationalUnits.flatMap((unit, index) =>
    controlTower && unit?.name && !unit.id
      ? [
          {
            path: `organizationalUnits.${index}.id`,
            what: 'is missing',
            got: undefined,
            advice: `AWS Control Tower reports a unit it did not create as drift. Create ${unit.name} there and give its id`,
          },
        ]
      : [],
  );
