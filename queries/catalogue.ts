import { bedrockApiKeyUse } from './bedrock-api-key-use';
import { bedrockSafeguardChanges } from './bedrock-safeguard-changes';
import { bedrockUseByDay } from './bedrock-use-by-day';
import { bedrockUseByPrincipal } from './bedrock-use-by-principal';
import { breakGlassUse } from './break-glass-use';
import { callsOutsideGovernedRegions } from './calls-outside-governed-regions';
import { consoleSignInWithoutMfa } from './console-sign-in-without-mfa';
import { deniedCallsByPolicy } from './denied-calls-by-policy';
import { inferenceOutsideGeography } from './inference-outside-geography';
import { rootUserActivity } from './root-user-activity';
import type { SavedQuery } from './saved-query';
import { trailAndArchiveChanges } from './trail-and-archive-changes';

/** Every saved query, what is asked most often first. */
export const savedQueries: readonly SavedQuery[] = [
  bedrockUseByPrincipal,
  bedrockUseByDay,
  inferenceOutsideGeography,
  bedrockSafeguardChanges,
  bedrockApiKeyUse,
  deniedCallsByPolicy,
  callsOutsideGovernedRegions,
  rootUserActivity,
  consoleSignInWithoutMfa,
  breakGlassUse,
  trailAndArchiveChanges,
];
