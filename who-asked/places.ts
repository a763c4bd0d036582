import { namesOf } from '../config/names';
import type { Organization } from '../config/resolve-organization';

/** The two logs of one region. */
export interface LogPlace {
  readonly region: string;
  readonly auditLogArn: string;
  readonly invocationLogArn: string;
}

export interface Places {
  readonly workload: string;
  readonly account: string;
  readonly logs: readonly LogPlace[];
  /** Days after which each log is deleted. */
  readonly kept: { readonly audit: number; readonly invocations: number };
}

/** The logs that are asked: of one workload, in all its regions or in one. Or what is wrong with the choice. */
export function placesOf(
  organization: Organization,
  chosen: { readonly workload?: string; readonly region?: string },
): Places | { readonly mistakes: readonly string[] } {
  const { accounts, partition } = organization;
  const names = accounts.workloads.map(({ name }) => name).join(', ');
  const found = accounts.workloads.filter(({ name }) => (chosen.workload ?? name) === name);
  const [workload] = found;
  if (!workload)
    return {
      mistakes: [`--workload ${chosen.workload ?? ''}: is no workload. Use one of ${names || '(there is none)'}`],
    };
  if (found.length > 1) return { mistakes: [`--workload: is needed, because there are several. Use one of ${names}`] };
  const regions = workload.regions.filter((region) => (chosen.region ?? region) === region);
  if (regions.length === 0) {
    return {
      mistakes: [
        `--region ${chosen.region}: is no region of ${workload.name}. Use one of ${workload.regions.join(', ')}`,
      ],
    };
  }
  const { auditLogGroup, invocationLogGroup } = namesOf(organization);
  return {
    workload: workload.name,
    account: workload.id,
    kept: { audit: organization.retentionDays, invocations: workload.invocationLogRetentionDays },
    logs: regions.map((region) => {
      const arn = (name: string) => `arn:${partition}:logs:${region}:${workload.id}:log-group:${name}`;
      return { region, auditLogArn: arn(auditLogGroup), invocationLogArn: arn(invocationLogGroup) };
    }),
  };
}
