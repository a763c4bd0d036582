import { z } from 'zod';

export const chat = z.strictObject({
  /** The workspace, after somebody has authorized it once in the console of Amazon Q Developer in chat applications, in the audit account. */
  slackWorkspaceId: z
    .string()
    .regex(
      /^[0-9A-Z]{1,255}$/,
      'is not a Slack workspace id. Copy it from the console of Amazon Q Developer in chat applications',
    ),
  /** The channel; for a private one, invite @Amazon Q first. */
  slackChannelId: z
    .string()
    .regex(/^[A-Z0-9]{8,16}$/, 'is not a Slack channel id. Copy the last part of the link of the channel'),
});
