import type { Mistake } from '../mistakes';
import { retentionClasses } from '../retention-classes';
import type { ConfigurationRule } from './rule';

/** Days given next to a retention class are at least the days of that class. */
export const retentionReachesItsClass: ConfigurationRule = ({ retention, accounts }) => {
  const places = [
    { path: 'retention', value: retention },
    ...(accounts?.workloads ?? []).map((workload, index) => ({
      path: `accounts.workloads.${index}.invocationLogRetention`,
      value: workload?.invocationLogRetention,
    })),
  ];
  return places.flatMap(({ path, value }): Mistake[] => {
    if (!value?.class || value.days === undefined) return [];
    const { days, basis } = retentionClasses[value.class];
    if (value.days >= days) return [];
    const advice = `${value.class} means at least ${days} days: ${basis.en} Raise it, or choose the class you mean`;
    return [{ path: `${path}.days`, what: `is below the minimum of ${value.class}`, got: value.days, advice }];
  });
};
