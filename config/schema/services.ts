import { z } from 'zod';
import { securityHubChoices } from '../profiles';

export const services = z
  .strictObject({
    securityHub: z.enum(
      securityHubChoices,
      'is neither `unified` nor `cspm`; config/profiles.ts says what each costs. Choose one',
    ),
    trailAlarms: z.boolean(),
    bedrockDataEvents: z.boolean(),
    guardDutyS3Protection: z.boolean(),
    guardDutyMalwareProtection: z.boolean(),
    inspectorCodeScanning: z.boolean(),
    inspectorServers: z.boolean(),
    unusedAccessAnalyzer: z.boolean(),
    macie: z.boolean(),
    privateNetwork: z.boolean(),
  })
  .partial();
