import { z } from 'zod';

const slackId = (kind: string, pattern: RegExp, place: string) =>
  z
    .string()
    .regex(pattern, `is not the id of a Slack ${kind}; names change and are not accepted. Copy it from ${place}`);

const tokens = (smallest: number) =>
  z
    .int(`is not a number of tokens. Give a whole number of ${smallest} or more`)
    .min(smallest, `is less than one question can need; nobody would be answered. Give ${smallest} or more`);

export const slack = z.strictObject({
  /** The workspace whose people may ask. */
  teamId: slackId('workspace', /^[TE][A-Z0-9]{2,20}$/, 'the address of the workspace in a browser, after /client/'),
  /** The app that is the assistant; its page in Slack says the id. */
  appId: slackId('app', /^A[A-Z0-9]{2,20}$/, 'the page "Basic Information" of the app'),
  /** Channels that are answered. Default: every channel the app is invited to, and direct messages. */
  channels: z
    .array(slackId('channel', /^[CG][A-Z0-9]{2,20}$/, 'the details of the channel, at their end'))
    .min(1, 'is empty; nobody would be answered. Name a channel, or leave the field out')
    .optional(),
  /**
   * Tokens of all people together a day, in UTC; the budget is a limit, not a warning. Default: 1,000,000, at most about $4 a day with
   * Nova 2 Lite in Tokyo.
   */
  dailyTokenBudget: tokens(30_000).default(1_000_000),
  /** Tokens of one person a day. Default: 100,000. */
  dailyTokenBudgetPerUser: tokens(30_000).default(100_000),
});
