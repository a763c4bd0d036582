import type { Mistake } from '../mistakes';
import type { ConfigurationRule } from './rule';

/** The home region is governed, and no governed region is listed twice. */
export const homeRegionIsGoverned: ConfigurationRule = ({ homeRegion, governedRegions }) => {
  const regions = governedRegions ?? [];
  const mistakes: Mistake[] = [];
  if (homeRegion && governedRegions && !regions.includes(homeRegion)) {
    const advice = 'the log archive lives there and would be denied by the region policy. Add it to governedRegions';
    mistakes.push({ path: 'homeRegion', what: 'is not one of governedRegions', got: homeRegion, advice });
  }
  for (const [index, region] of regions.entries()) {
    if (region && regions.indexOf(region) < index) {
      const advice = 'each region gets its stacks once. Remove one';
      mistakes.push({ path: `governedRegions.${index}`, what: 'is listed twice', got: region, advice });
    }
  }
  return mistakes;
};
