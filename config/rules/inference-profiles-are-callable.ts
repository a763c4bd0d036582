import { geographyOf, inferenceGeographies } from '../inference-profiles';
import type { Mistake } from '../mistakes';
import type { ConfigurationRule } from './rule';

const prefixes = inferenceGeographies.map(({ prefix }) => `${prefix}.`).join(', ');

/** Every approved model is an inference profile with a known geography that a governed region can call. */
export const inferenceProfilesAreCallable: ConfigurationRule = ({ bedrock, governedRegions, accounts }) => {
  const approved = bedrock?.inferenceProfiles ?? [];
  const mistakes: Mistake[] = [];
  for (const [index, profile] of approved.entries()) {
    if (profile === undefined) continue;
    const path = `bedrock.inferenceProfiles.${index}`;
    const geography = geographyOf(profile);
    if (!geography) {
      const advice = `a bare model id cannot be called on demand and would run anywhere. Put the geography first: one of ${prefixes}`;
      mistakes.push({ path, what: 'has no known inference profile prefix', got: profile, advice });
    } else if (governedRegions && geography.sourceRegions.length > 0) {
      if (!governedRegions.some((region) => region && geography.sourceRegions.includes(region))) {
        const advice = `it can be called from ${geography.sourceRegions.join(', ')} only. Govern one of them or choose another profile`;
        mistakes.push({ path, what: 'cannot be called from any governed region', got: profile, advice });
      }
    }
  }
  for (const [index, workload] of (accounts?.workloads ?? []).entries()) {
    const chosen = workload?.inferenceProfile;
    if (chosen !== undefined && bedrock?.inferenceProfiles && !approved.includes(chosen)) {
      const advice = `the policy would deny every call. Use one of ${approved.join(', ')}, or approve it`;
      const path = `accounts.workloads.${index}.inferenceProfile`;
      mistakes.push({ path, what: 'is not one of bedrock.inferenceProfiles', got: chosen, advice });
    }
  }
  return mistakes;
};
