import type { Mistake } from '../mistakes';
import { type ProfileName, profiles } from '../profiles';
import type { ConfigurationRule } from './rule';

/** Buckets that hold prompts are named where Macie is on and looks: in a governed region. */
export const promptBucketsAreInspected: ConfigurationRule = ({ accounts, governedRegions, services, profile }) => {
  const isMacieOn = services?.macie ?? profiles[profile as ProfileName]?.macie;
  return (accounts?.workloads ?? []).flatMap((workload, index) =>
    (workload?.promptBuckets ?? []).flatMap((bucket, position): Mistake[] => {
      const path = `accounts.workloads.${index}.promptBuckets.${position}`;
      const mistakes: Mistake[] = [];
      if (bucket?.name && isMacieOn === false) {
        const advice = 'Macie is off in this profile. Set services.macie to true, which costs, or remove the bucket';
        mistakes.push({ path: `${path}.name`, what: 'is inspected by nobody', got: bucket.name, advice });
      }
      if (bucket?.region && governedRegions && !governedRegions.includes(bucket.region)) {
        const advice = `Macie is set up in governed regions only. Use one of ${governedRegions.filter(Boolean).join(', ')}, or govern it`;
        mistakes.push({ path: `${path}.region`, what: 'is not one of governedRegions', got: bucket.region, advice });
      }
      return mistakes;
    }),
  );
};
