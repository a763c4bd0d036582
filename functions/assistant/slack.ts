/** An answer in a thread, with what finds it again. */
export interface Reply {
  readonly channel: string;
  readonly thread: string;
  readonly eventId: string;
  /** Escaped already. */
  readonly text: string;
}

/** Where a reply would be. */
export interface ReplyPlace extends Pick<Reply, 'channel' | 'thread' | 'eventId'> {
  /** Timestamp of the question, which is older than its reply. */
  readonly ts: string;
}

/** The two calls of Slack the assistant needs. */
export interface SlackApi {
  /**
   * Posts in the thread.
   *
   * @throws SlackRefused when Slack said that it did not post; any other error means that nobody knows
   */
  post(reply: Reply): Promise<void>;
  /** Whether the reply of this event is in its thread. False when Slack does not let the app look. */
  hasReply(asked: ReplyPlace): Promise<boolean>;
}

/** Errors no later try changes: the place is gone, or the app is not in it. */
const permanent = new Set([
  'cannot_reply_to_message',
  'channel_not_found',
  'is_archived',
  'message_not_found',
  'msg_too_long',
  'no_text',
  'not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'thread_not_found',
]);

/** Thrown when Slack did not post. The message is Slack's error code, which holds no text of anybody. */
export class SlackRefused extends Error {
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: string, retryAfterSeconds?: number) {
    super(`Slack did not post the answer: ${code}`);
    this.name = 'SlackRefused';
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get isPermanent(): boolean {
    return permanent.has(this.code);
  }
}
