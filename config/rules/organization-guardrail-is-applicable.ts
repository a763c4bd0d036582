import type { Mistake } from '../mistakes';
import type { ConfigurationRule } from './rule';

/** The organization guardrail has one guardrail for each region, in governed regions only, and somewhere to be applied. */
export const organizationGuardrailIsApplicable: ConfigurationRule = (organization) => {
  const { organizationGuardrail, governedRegions, organizationalUnits = [] } = organization;
  if (!organizationGuardrail) return [];
  const mistakes: Mistake[] = [];
  const target = organizationGuardrail.target ?? 'canary-units';
  if (target === 'canary-units' && !organizationalUnits.some((unit) => unit?.canary)) {
    const advice = 'the guardrail would be applied nowhere. Mark a unit of organizationalUnits with `canary: true`';
    mistakes.push({ path: 'organizationGuardrail.target', what: 'has no canary unit', got: target, advice });
  }
  const regions = (organizationGuardrail.guardrails ?? []).map((guardrail) => guardrail?.region);
  for (const [index, region] of regions.entries()) {
    const path = `organizationGuardrail.guardrails.${index}.region`;
    if (region !== undefined && regions.indexOf(region) < index) {
      const advice = 'AWS applies one guardrail in a region. Remove one';
      mistakes.push({ path, what: 'is listed twice', got: region, advice });
    } else if (region !== undefined && governedRegions && !governedRegions.includes(region)) {
      const advice = `models are called in governed regions only. Use one of ${governedRegions.filter(Boolean).join(', ')}`;
      mistakes.push({ path, what: 'is not one of governedRegions', got: region, advice });
    }
  }
  return mistakes;
};
