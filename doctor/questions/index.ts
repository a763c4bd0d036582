import type { Question } from '../question';
import { accounts } from './accounts';
import { allFeatures } from './all-features';
import { bootstrap } from './bootstrap';
import { bootstrapPolicies } from './bootstrap-policies';
import { callerAccount } from './caller-account';
import { configurationRecorders } from './configuration-recorders';
import { controlTower } from './control-tower';
import { declarativeRoom } from './declarative-room';
import { delegatedAdministrators } from './delegated-administrators';
import { guardDutyDetectors } from './guardduty-detectors';
import { identityCenter } from './identity-center';
import { lambdaConcurrency } from './lambda-concurrency';
import { organizationIdentity } from './organization-identity';
import { organizationTrails } from './organization-trails';
import { organizationalUnits } from './organizational-units';
import { policyRoom } from './policy-room';
import { policyTypes } from './policy-types';
import { trustedAccess } from './trusted-access';

/** Every question, in the order of the deployment plan. A test compares the list with the folder. */
export const questions: readonly Question[] = [
  callerAccount,
  organizationIdentity,
  allFeatures,
  organizationalUnits,
  accounts,
  controlTower,
  bootstrapPolicies,
  bootstrap,
  trustedAccess,
  policyTypes,
  delegatedAdministrators,
  organizationTrails,
  configurationRecorders,
  guardDutyDetectors,
  lambdaConcurrency,
  identityCenter,
  policyRoom,
  declarativeRoom,
];
