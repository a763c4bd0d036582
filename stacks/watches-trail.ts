import type { Organization } from '../config/resolve-organization';

/**
 * Whether the management account has the events of the organization trail in a log group of this baseline, to raise alarms and write
 * messages from. Where another trail records management events, such as that of Control Tower, only its owner knows the log group.
 */
export function watchesTrail({ services, trail }: Pick<Organization, 'services' | 'trail'>): boolean {
  return services.trailAlarms && trail === 'complete';
}
