import { maximumAnswerTokens } from '../converse/converse-input';
import type { Charge } from './claim';
import type { Question } from './question';

/** Tokens a day, counted in UTC: for everybody together, and for each person. */
export interface TokenBudget {
  readonly dailyTokens: number;
  readonly dailyTokensPerUser: number;
}

/** What surrounds a prompt in a call. */
const overheadTokens = 64;

const counterSeconds = 3 * 24 * 60 * 60;

/**
 * What a call may use at most, before anybody knows: the whole answer, and one token for each byte of the prompt, which no tokenizer
 * exceeds. The difference is given back when the call is over.
 */
export function reservationFor(prompt: string): number {
  return Buffer.byteLength(prompt) + maximumAnswerTokens + overheadTokens;
}

/** The counter of everybody first, then that of the person. */
export function reservationCharges(
  { user }: Pick<Question, 'user'>,
  tokens: number,
  day: string,
  { dailyTokens, dailyTokensPerUser }: TokenBudget,
): readonly Charge[] {
  const expiresAt = Math.floor(Date.parse(day) / 1000) + counterSeconds;
  return [
    { counter: dayCounter(day), tokens, limit: dailyTokens, expiresAt },
    { counter: userCounter(day, user), tokens, limit: dailyTokensPerUser, expiresAt },
  ];
}

/** Corrects both counters of the day of the reservation; without a limit, because what was used was used. */
export function correctionCharges({ user }: Pick<Question, 'user'>, tokens: number, day: string): readonly Charge[] {
  const expiresAt = Math.floor(Date.parse(day) / 1000) + counterSeconds;
  return [dayCounter(day), userCounter(day, user)].map((counter) => ({ counter, tokens, expiresAt }));
}

export function dayCounter(day: string): string {
  return `tokens#${day}`;
}

export function userCounter(day: string, user: string): string {
  return `tokens#${day}#${user}`;
}
