import { type Reply, type SlackApi, SlackRefused } from './slack';

/** Marks a message of the assistant with the event it answers. Visible to apps, not to people. */
const metadataType = 'ishizue_answer';

interface SlackAnswer {
  readonly ok?: boolean;
  readonly error?: string;
  readonly messages?: readonly {
    readonly metadata?: { readonly event_type?: string; readonly event_payload?: { readonly event_id?: string } };
  }[];
}

export interface SlackWebApiProps {
  /** Reads the bot token. */
  readonly botToken: () => Promise<string>;
  /** @default Slack's */
  readonly endpoint?: string;
  /** Milliseconds a call may take. @default 5000 */
  readonly timeout?: number;
}

/**
 * Slack's Web API with a bot token. Text is posted as it is: no formatting, no previews of links, no mentions.
 *
 * https://docs.slack.dev/reference/methods/chat.postMessage/
 * https://docs.slack.dev/reference/methods/conversations.replies/
 */
export function slackWebApi(props: SlackWebApiProps): SlackApi {
  const { botToken, endpoint = 'https://slack.com/api/', timeout = 5_000 } = props;

  async function call(method: string, fields: Readonly<Record<string, string>>): Promise<SlackAnswer> {
    const response = await fetch(new URL(method, endpoint), {
      method: 'POST',
      headers: { authorization: `Bearer ${await botToken()}` },
      body: new URLSearchParams(fields),
      signal: AbortSignal.timeout(timeout),
    });
    if (response.status === 429)
      throw new SlackRefused('ratelimited', Number(response.headers.get('retry-after')) || 30);
    if (!response.ok) throw new Error(`Slack answered ${response.status}`);
    return (await response.json()) as SlackAnswer;
  }

  return {
    async post({ channel, thread, eventId, text }: Reply) {
      const { ok, error } = await call('chat.postMessage', {
        channel,
        thread_ts: thread,
        text,
        mrkdwn: 'false',
        parse: 'none',
        link_names: 'false',
        unfurl_links: 'false',
        unfurl_media: 'false',
        metadata: JSON.stringify({ event_type: metadataType, event_payload: { event_id: eventId } }),
      });
      if (ok) return;
      // "Some aspect of the operation succeeded" may be true of these: nobody knows whether it was posted.
      if (error === 'fatal_error' || error === 'internal_error') throw new Error(`Slack failed: ${error}`);
      throw new SlackRefused(error ?? 'no reason');
    },

    async hasReply({ channel, thread, ts, eventId }) {
      const { ok, messages = [] } = await call('conversations.replies', {
        channel,
        ts: thread,
        oldest: ts,
        limit: '200',
        include_all_metadata: 'true',
      });
      return (
        ok === true &&
        messages.some(
          ({ metadata }) => metadata?.event_type === metadataType && metadata.event_payload?.event_id === eventId,
        )
      );
    },
  };
}
