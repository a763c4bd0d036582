import { type Reply, type ReplyPlace, type SlackApi, SlackRefused } from './slack';

/** What a worker without a way to Slack asks of the function that has one. */
export type PosterRequest =
  | { readonly call: 'post'; readonly reply: Reply }
  | { readonly call: 'hasReply'; readonly place: ReplyPlace };

/** What became of it. An error of the function means that nobody knows. */
export type PosterAnswer =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'refused'; readonly code: string; readonly retryAfterSeconds?: number }
  | { readonly outcome: 'looked'; readonly found: boolean };

/**
 * Makes the one call of Slack that is asked for. That Slack refused is an answer, not an error: an error would be all that is left of
 * its code and of how long to wait.
 */
export async function callSlack(request: PosterRequest, slack: SlackApi): Promise<PosterAnswer> {
  if (request.call === 'hasReply') return { outcome: 'looked', found: await slack.hasReply(request.place) };
  try {
    await slack.post(request.reply);
    return { outcome: 'done' };
  } catch (error) {
    if (!(error instanceof SlackRefused)) throw error;
    const { code, retryAfterSeconds } = error;
    return { outcome: 'refused', code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  }
}
