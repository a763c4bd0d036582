import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds a request may be older or younger than the clock of the function: Slack's own advice against replays. */
export const toleratedSeconds = 300;

/** Why a request is not Slack's; fit for a log, because it says nothing about the secret or the body. */
export type SignatureFault =
  | 'timestamp missing'
  | 'timestamp outside tolerance'
  | 'signature missing'
  | 'signature wrong';

export interface SignedRequest {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  /** The bytes that were sent, before anything decoded them. */
  readonly body: Uint8Array;
}

/**
 * Whether a request was signed with the secret, not long ago. Compares in constant time, and bytes: a body is not text before it is
 * known to be Slack's.
 *
 * https://docs.slack.dev/authentication/verifying-requests-from-slack/
 *
 * @param nowSeconds seconds since 1970
 * @returns what is wrong, or undefined when the request is Slack's
 */
export function signatureFault(
  { timestamp, signature, body }: SignedRequest,
  signingSecret: string,
  nowSeconds: number,
): SignatureFault | undefined {
  if (timestamp === undefined || !/^[0-9]{1,12}$/.test(timestamp)) return 'timestamp missing';
  if (Math.abs(nowSeconds - Number(timestamp)) > toleratedSeconds) return 'timestamp outside tolerance';
  if (signature === undefined || !/^v0=[0-9a-f]{64}$/.test(signature)) return 'signature missing';
  const expected = Buffer.from(signatureOf(timestamp, body, signingSecret));
  return timingSafeEqual(expected, Buffer.from(signature)) ? undefined : 'signature wrong';
}

/** The signature Slack would send: `v0=` and 64 hexadecimal digits. */
export function signatureOf(timestamp: string, body: Uint8Array, signingSecret: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}
