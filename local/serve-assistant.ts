import type { AddressInfo } from 'node:net';
import type { Language } from '../functions/assistant/messages';
import { httpApi } from './http-api';
import { localAssistant, localSlack } from './local-assistant';
import type { Faults } from './scripted-model';

/** Parts that can be made to fail. */
export const failingParts = ['model', 'slack', 'audit'] as const;

export interface ServeAssistantProps {
  /** 0 for any that is free. */
  readonly port: number;
  readonly language: Language;
  readonly fail: readonly (typeof failingParts)[number][];
  /** Milliseconds the model takes. */
  readonly modelDelay: number;
  /** One JSON object a line instead of sentences. */
  readonly json: boolean;
  readonly write: (text: string) => void;
}

/** Thrown when the address cannot be listened on. */
export class PortUnavailable extends Error {
  constructor(port: number, code: string) {
    super(`--port: ${port} cannot be used (${code}). Choose another, or 0 for any that is free`);
    this.name = 'PortUnavailable';
  }
}

/**
 * Serves the assistant on this machine until the process ends, and says what happens.
 *
 * @returns the address, once it listens
 * @throws PortUnavailable
 */
export async function serveAssistant(props: ServeAssistantProps): Promise<string> {
  const { json, write, fail } = props;
  const tell = (kind: string, details: object, sentence: string) =>
    write(json ? `${JSON.stringify({ kind, ...details })}\n` : `${sentence}\n`);
  const faults: Partial<Faults> = {
    throttled: fail.includes('model'),
    slackDown: fail.includes('slack'),
    auditDown: fail.includes('audit'),
    slowMilliseconds: props.modelDelay,
  };
  const assistant = localAssistant({
    language: props.language,
    faults,
    onAnswer: (reply) => tell('answer', reply, `answer  ${reply.eventId} in ${reply.channel}: ${reply.text}`),
    onAuditRecord: (record) => tell('audit', record, `audit   ${JSON.stringify(record)}`),
    onLog: (entry) => tell('log', entry, `log     ${JSON.stringify(entry)}`),
  });
  const server = httpApi(assistant);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new PortUnavailable(props.port, error.code ?? error.name)),
    );
    // This machine only: the secret is in the source.
    server.listen(props.port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  tell('listening', { url }, welcome(url));
  return url;
}

function welcome(url: string): string {
  return `The assistant listens on ${url} until you press Ctrl+C.
Model, queue, table, audit log and Slack are all in this process: nothing leaves the machine.

Paste this into another terminal to ask it something:

${signedExample(url)}

What it has answered, and what is on record:

curl -s ${url}/answers
curl -s ${url}/audit
`;
}

/** A request as Slack would sign it, for a shell with openssl and curl. */
export function signedExample(url: string): string {
  const text = '<@U0BOT> ガードレールとは何ですか';
  const event = { type: 'app_mention', user: 'U0LOCAL', channel: 'C0LOCAL', ts: '1.1', text };
  const outer = { type: 'event_callback', event_id: 'Ev0', team_id: localSlack.teamId, api_app_id: localSlack.appId };
  const body = JSON.stringify({ ...outer, authorizations: [{ user_id: 'U0BOT' }], event });
  // A new event each time: the second delivery of the same one is not answered again.
  const fresh = body.replace('"Ev0"', `"Ev'$now'"`).replace('"1.1"', `"'$now'.000100"`);
  return `now=$(date +%s)
body='${fresh}'
signature=$(printf 'v0:%s:%s' "$now" "$body" | openssl dgst -sha256 -hmac ${localSlack.signingSecret} | sed 's/^.* //')
curl -s -X POST ${url}/slack/events -H 'content-type: application/json' -H "x-slack-request-timestamp: $now" -H "x-slack-signature: v0=$signature" --data-binary "$body"`;
}
