import { z } from 'zod';

const rolloutStage = z.enum(
  ['canary', 'organizational-units', 'root'],
  'is not a rollout stage. Use one of canary, organizational-units, root',
);

/** Attached policies that AWS Organizations counts besides ours; AWS's own FullAWSAccess and RCPFullAWSAccess are counted already. */
const slotsHeld = z
  .strictObject({
    serviceControlPolicies: z
      .number()
      .int()
      .min(0)
      .max(9, 'is more than a target has left; AWS attaches 10, one of them its own. Detach some'),
    resourceControlPolicies: z
      .number()
      .int()
      .min(0)
      .max(4, 'is more than a target has left; AWS attaches 5, one of them its own. Detach some'),
  })
  .partial();

export const rollout = z
  .strictObject({
    /** Where all of them are attached: to canary units only, to every unit, or to the root. Default: every unit. */
    stage: rolloutStage.default('organizational-units'),
    /** Single policies at another stage, by policy id: a new policy starts with `canary`. Default: none. */
    policies: z.record(z.string(), rolloutStage).default({}),
    /**
     * Policies that others have attached to the root and to each unit, at most; `aws organizations list-policies-for-target` shows
     * them. Default: none; with AWS Control Tower 5 service control and 2 resource control policies, to be on the safe side.
     */
    slotsHeld: slotsHeld.default({}),
  })
  .default({ stage: 'organizational-units', policies: {}, slotsHeld: {} });
