import { accountsAreDistinct } from './accounts-are-distinct';
import { assignmentsNameWhatExists } from './assignments-name-what-exists';
import { controlTowerUnitsAreAdopted } from './control-tower-units-are-adopted';
import { homeRegionIsGoverned } from './home-region-is-governed';
import { inferenceProfilesAreCallable } from './inference-profiles-are-callable';
import { organizationalUnitsExist } from './organizational-units-exist';
import { promptBucketsAreInspected } from './prompt-buckets-are-inspected';
import { recordersNameAccounts } from './recorders-name-accounts';
import { retentionReachesItsClass } from './retention-reaches-its-class';
import { rolloutHasCanaryUnits } from './rollout-has-canary-units';
import type { ConfigurationRule } from './rule';
import { workloadRegionsAreGoverned } from './workload-regions-are-governed';

/** The rules that look at more than one field. */
export const rules: readonly ConfigurationRule[] = [
  accountsAreDistinct,
  assignmentsNameWhatExists,
  controlTowerUnitsAreAdopted,
  homeRegionIsGoverned,
  inferenceProfilesAreCallable,
  organizationalUnitsExist,
  promptBucketsAreInspected,
  recordersNameAccounts,
  retentionReachesItsClass,
  rolloutHasCanaryUnits,
  workloadRegionsAreGoverned,
];
