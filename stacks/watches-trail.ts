import type { Organization } from '../config/resolve-organization';

/**
 * Whether the management account has the events of the organization trail in a log group of this baseline, to raise alarms and write
 * messages from. Under Control Tower they are in a log group that only Control Tower knows.
 */
export function watchesTrail({ services, controlTower }: Pick<Organization, 'services' | 'controlTower'>): boolean {
  return services.trailAlarms && !controlTower;
}
