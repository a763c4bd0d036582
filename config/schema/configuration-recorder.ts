import { z } from 'zod';

/** AWS Config, where `services.securityHub` is `cspm`; otherwise Security Hub brings its own recorder and nothing of this is read. */
export const configurationRecorder = z.strictObject({
  /**
   * Accounts whose own recorder is used in every governed region: AWS Config allows one. It has to record what the controls look at.
   * With `controlTower`, every account but the management account is among them: Control Tower has made theirs. Default: none.
   */
  existingIn: z.array(z.string()).default([]),
  /**
   * Accounts that have the role AWSServiceRoleForConfig but no recorder, such as those where the unified Security Hub ran before:
   * the role cannot be made twice. Default: none.
   */
  roleExistsIn: z.array(z.string()).default([]),
});
