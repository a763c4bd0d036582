import { EnvironmentIncomplete } from '../converse/environment';
import type { Language } from './messages';
import type { SlackAudience } from './slack-event';
import type { TokenBudget } from './token-budget';

type Variables = Readonly<Record<string, string | undefined>>;

/** What the template hands to the ingress. */
export interface IngressEnvironment {
  readonly audience: SlackAudience;
  readonly queueUrl: string;
  readonly signingSecretArn: string;
}

/** What the template hands to the worker on top of what `functions/converse` needs. */
export interface WorkerEnvironment extends TokenBudget {
  readonly claimTable: string;
  readonly queueUrl: string;
  /** Which way the worker posts: itself with the token of the bot, or through a function that holds it. */
  readonly posts: { readonly botTokenArn: string } | { readonly through: string };
  readonly language: Language;
}

/** What the template hands to the function that posts for the worker. */
export interface PosterEnvironment {
  readonly botTokenArn: string;
}

/** @throws EnvironmentIncomplete with the names of every variable that is missing */
export function readIngressEnvironment(variables: Variables): IngressEnvironment {
  const read = reader(variables);
  const channels = variables.SLACK_CHANNELS?.split(',').filter(Boolean);
  const environment = {
    audience: {
      teamId: read.text('SLACK_TEAM_ID'),
      appId: read.text('SLACK_APP_ID'),
      ...(channels?.length && { channels }),
    },
    queueUrl: read.text('QUEUE_URL'),
    signingSecretArn: read.text('SIGNING_SECRET_ARN'),
  };
  read.finish();
  return environment;
}

/** @throws EnvironmentIncomplete with the names of every variable that is missing or no number of tokens */
export function readWorkerEnvironment(variables: Variables): WorkerEnvironment {
  const read = reader(variables);
  const environment = {
    claimTable: read.text('CLAIM_TABLE'),
    queueUrl: read.text('QUEUE_URL'),
    posts: variables.POSTER_FUNCTION
      ? { through: variables.POSTER_FUNCTION }
      : { botTokenArn: read.text('BOT_TOKEN_ARN') },
    language: read.text('LANGUAGE') === 'ja' ? ('ja' as const) : ('en' as const),
    dailyTokens: read.count('DAILY_TOKENS'),
    dailyTokensPerUser: read.count('DAILY_TOKENS_PER_USER'),
  };
  read.finish();
  return environment;
}

/** @throws EnvironmentIncomplete with the names of every variable that is missing */
export function readPosterEnvironment(variables: Variables): PosterEnvironment {
  const read = reader(variables);
  const environment = { botTokenArn: read.text('BOT_TOKEN_ARN') };
  read.finish();
  return environment;
}

function reader(variables: Variables) {
  const missing: string[] = [];
  const text = (name: string): string => {
    const value = variables[name];
    if (!value) missing.push(name);
    return value ?? '';
  };
  return {
    text,
    count(name: string): number {
      const value = Number(text(name));
      if (!missing.includes(name) && !(Number.isInteger(value) && value > 0)) missing.push(name);
      return value;
    },
    finish(): void {
      if (missing.length > 0) throw new EnvironmentIncomplete(missing);
    },
  };
}
