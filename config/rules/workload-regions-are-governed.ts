import { geographyOf } from '../inference-profiles';
import type { Mistake } from '../mistakes';
import type { ConfigurationRule } from './rule';

/** Workloads and Identity Center live in governed regions, and a workload's region can call the workload's model. */
export const workloadRegionsAreGoverned: ConfigurationRule = (organization) => {
  const { governedRegions, homeRegion, accounts, identityCenter, bedrock } = organization;
  if (!governedRegions) return [];
  const mistakes: Mistake[] = [];
  const notGoverned = (path: string, region: string): Mistake => ({
    path,
    what: 'is not one of governedRegions',
    got: region,
    advice: `the region policy would deny its own stacks. Use one of ${governedRegions.filter(Boolean).join(', ')}, or govern it`,
  });
  if (identityCenter?.region && !governedRegions.includes(identityCenter.region)) {
    mistakes.push(notGoverned('identityCenter.region', identityCenter.region));
  }
  for (const [index, workload] of (accounts?.workloads ?? []).entries()) {
    const regions = workload?.regions ?? [homeRegion];
    const profile = workload?.inferenceProfile ?? bedrock?.inferenceProfiles?.[0];
    const sources = (profile && geographyOf(profile)?.sourceRegions) || [];
    for (const [position, region] of regions.entries()) {
      if (!region) continue;
      const path = workload?.regions
        ? `accounts.workloads.${index}.regions.${position}`
        : `accounts.workloads.${index}`;
      if (workload?.regions && !governedRegions.includes(region)) mistakes.push(notGoverned(path, region));
      else if (sources.length > 0 && !sources.includes(region)) {
        const advice = `${profile} can be called from ${sources.join(', ')} only. Move the workload or choose another inferenceProfile`;
        mistakes.push({ path, what: 'cannot call its inference profile', got: region, advice });
      }
    }
  }
  return mistakes;
};
