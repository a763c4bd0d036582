import type { PermissionSet } from '../permission-set';
import { bedrockDeveloper } from './bedrock-developer';
import { bedrockOperator } from './bedrock-operator';
import { billingViewer } from './billing-viewer';
import { breakGlassAdministrator } from './break-glass-administrator';
import { breakGlassManagement } from './break-glass-management';
import { managementAuditor } from './management-auditor';
import { managementDeployer } from './management-deployer';
import { platformAdministrator } from './platform-administrator';
import { promptLogReader } from './prompt-log-reader';
import { securityAuditor } from './security-auditor';

/** Every permission set of the baseline, in the order they are created. */
export const permissionSets: readonly PermissionSet[] = [
  bedrockDeveloper,
  bedrockOperator,
  billingViewer,
  breakGlassAdministrator,
  breakGlassManagement,
  managementAuditor,
  managementDeployer,
  platformAdministrator,
  promptLogReader,
  securityAuditor,
];
