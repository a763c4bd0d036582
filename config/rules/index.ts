import { accountsAreDistinct } from './accounts-are-distinct';
import { assignmentsFitTheirStack } from './assignments-fit-their-stack';
import { assignmentsNameWhatExists } from './assignments-name-what-exists';
import { assignmentsStayWhereAllowed } from './assignments-stay-where-allowed';
import { controlTowerUnitsAreAdopted } from './control-tower-units-are-adopted';
import { guardrailChoicesFit } from './guardrail-choices-fit';
import { homeRegionIsGoverned } from './home-region-is-governed';
import { inferenceProfilesAreCallable } from './inference-profiles-are-callable';
import { organizationGuardrailIsApplicable } from './organization-guardrail-is-applicable';
import { organizationalUnitsExist } from './organizational-units-exist';
import { promptBucketsAreInspected } from './prompt-buckets-are-inspected';
import { recordersNameAccounts } from './recorders-name-accounts';
import { retentionReachesItsClass } from './retention-reaches-its-class';
import { rolloutHasCanaryUnits } from './rollout-has-canary-units';
import { rolloutNamesWhatExists } from './rollout-names-what-exists';
import type { ConfigurationRule } from './rule';
import { standardTagsAreDistinct } from './standard-tags-are-distinct';
import { trustedAccountsAreOutside } from './trusted-accounts-are-outside';
import { workloadRegionsAreGoverned } from './workload-regions-are-governed';

/** The rules that look at more than one field. */
export const rules: readonly ConfigurationRule[] = [
  accountsAreDistinct,
  assignmentsFitTheirStack,
  assignmentsNameWhatExists,
  assignmentsStayWhereAllowed,
  controlTowerUnitsAreAdopted,
  guardrailChoicesFit,
  homeRegionIsGoverned,
  inferenceProfilesAreCallable,
  organizationalUnitsExist,
  organizationGuardrailIsApplicable,
  promptBucketsAreInspected,
  recordersNameAccounts,
  retentionReachesItsClass,
  rolloutHasCanaryUnits,
  rolloutNamesWhatExists,
  standardTagsAreDistinct,
  trustedAccountsAreOutside,
  workloadRegionsAreGoverned,
];
