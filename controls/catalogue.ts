import { bedrockControls } from './bedrock';
import type { Control } from './control';
import { detectionControls } from './detection';
import { identityControls } from './identity';
import { loggingControls } from './logging';
import { operationsControls } from './operations';
import { organizationControls } from './organization';

/** Every promise of the baseline. */
export const controls: readonly Control[] = [
  ...organizationControls,
  ...loggingControls,
  ...detectionControls,
  ...identityControls,
  ...bedrockControls,
  ...operationsControls,
];
