import type { QueryCase } from '../case';
import { bedrockApiKeyUseCase } from './bedrock-api-key-use';
import { bedrockSafeguardChangesCase } from './bedrock-safeguard-changes';
import { bedrockUseByDayCase } from './bedrock-use-by-day';
import { bedrockUseByPrincipalCase } from './bedrock-use-by-principal';
import { breakGlassUseCase } from './break-glass-use';
import { callsOutsideGovernedRegionsCase } from './calls-outside-governed-regions';
import { consoleSignInWithoutMfaCase } from './console-sign-in-without-mfa';
import { deniedCallsByPolicyCase } from './denied-calls-by-policy';
import { inferenceOutsideGeographyCase } from './inference-outside-geography';
import { rootUserActivityCase } from './root-user-activity';
import { trailAndArchiveChangesCase } from './trail-and-archive-changes';

export const cases: readonly QueryCase[] = [
  bedrockUseByPrincipalCase,
  bedrockUseByDayCase,
  inferenceOutsideGeographyCase,
  bedrockSafeguardChangesCase,
  bedrockApiKeyUseCase,
  deniedCallsByPolicyCase,
  callsOutsideGovernedRegionsCase,
  rootUserActivityCase,
  consoleSignInWithoutMfaCase,
  breakGlassUseCase,
  trailAndArchiveChangesCase,
];
