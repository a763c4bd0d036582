import type { Question } from './question';

/** Whose events are answered. */
export interface SlackAudience {
  readonly teamId: string;
  readonly appId: string;
  /** Channels that are answered. @default every channel the app was invited to, and direct messages */
  readonly channels?: readonly string[];
}

export type IgnoredBecause =
  | 'another kind of event'
  | 'another team or app'
  | 'a bot or a system message'
  | 'a person of another team'
  | 'a channel that is not answered'
  | 'no text'
  | 'fields missing';

/** What an authentic request of Slack asks for. */
export type SlackRequest =
  | { readonly kind: 'challenge'; readonly challenge: string }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'ignored'; readonly because: IgnoredBecause; readonly eventId?: string };

type Fields = Readonly<Record<string, unknown>>;

/** Ids go into logs, queue attributes and request metadata; whatever else Slack sends there is not an id. */
const id = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;
const timestamp = /^[0-9]{1,12}\.[0-9]{1,9}$/;

/**
 * Reads what Slack sent. Only a person of the team who mentions the app, or writes to it directly, asks a question; bots, edits,
 * joins, other teams of a shared channel and other apps are ignored, so that the assistant never answers itself.
 *
 * https://docs.slack.dev/apis/events-api/
 * https://docs.slack.dev/reference/events/app_mention/
 */
export function readSlackRequest(body: unknown, audience: SlackAudience): SlackRequest {
  const outer = fieldsOf(body);
  if (outer.type === 'url_verification' && typeof outer.challenge === 'string') {
    return { kind: 'challenge', challenge: outer.challenge };
  }
  const eventId = matching(outer.event_id, id);
  const ignored = (because: IgnoredBecause): SlackRequest => ({ kind: 'ignored', because, eventId });
  if (outer.type !== 'event_callback') return ignored('another kind of event');
  if (outer.team_id !== audience.teamId || outer.api_app_id !== audience.appId) return ignored('another team or app');

  const event = fieldsOf(outer.event);
  const isDirect = event.type === 'message' && event.channel_type === 'im';
  if (event.type !== 'app_mention' && !isDirect) return ignored('another kind of event');
  if (isSet(event.bot_id) || isSet(event.bot_profile) || isSet(event.subtype) || event.hidden === true) {
    return ignored('a bot or a system message');
  }
  // In a channel shared with another company its people write as well. In an Enterprise organization a person may belong to it.
  const home = event.user_team ?? event.team;
  if (isSet(home) && home !== audience.teamId && home !== outer.enterprise_id)
    return ignored('a person of another team');

  const user = matching(event.user, id);
  const channel = matching(event.channel, id);
  const ts = matching(event.ts, timestamp);
  const thread = isSet(event.thread_ts) ? matching(event.thread_ts, timestamp) : ts;
  if (!eventId || !user || !channel || !ts || !thread) return ignored('fields missing');
  if (audience.channels && !audience.channels.includes(channel)) return ignored('a channel that is not answered');

  const prompt = promptOf(event.text, botUsers(outer));
  if (prompt === '') return ignored('no text');
  return {
    kind: 'question',
    question: { version: 1, eventId, team: audience.teamId, user, channel, ts, thread, prompt },
  };
}

/** What the person wrote: without the mention of the app, and with the three characters Slack escapes put back. */
function promptOf(text: unknown, bots: readonly string[]): string {
  if (typeof text !== 'string') return '';
  const spoken = bots.reduce((rest, bot) => rest.replaceAll(`<@${bot}>`, ''), text);
  return spoken.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

/** The users as which the app is installed. */
function botUsers({ authorizations }: Fields): string[] {
  if (!Array.isArray(authorizations)) return [];
  return authorizations.flatMap((authorization) => matching(fieldsOf(authorization).user_id, id) ?? []);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function matching(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
