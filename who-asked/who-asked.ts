import { setTimeout as pause } from 'node:timers/promises';
import { CloudWatchLogs, type CloudWatchLogsClientConfig } from '@aws-sdk/client-cloudwatch-logs';
import { loadOrganization } from '../config/load-organization';
import { ConfigurationError } from '../config/mistakes';
import type { Terminal } from '../terminal/terminal';
import { noCredentials } from './cannot-answer';
import { placesOf } from './places';
import { requestOf, type WhoAskedFlags } from './request';
import { runWhoAsked } from './run-who-asked';

/** How AWS is reached. Everything that is not said comes from the environment, as in every AWS tool: `AWS_ENDPOINT_URL` too. */
export type Connection = Pick<CloudWatchLogsClientConfig, 'endpoint' | 'maxAttempts'> & {
  readonly credentials: NonNullable<CloudWatchLogsClientConfig['credentials']>;
  /** How pauses between questions pass. @default by the clock */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** Milliseconds since 1970. @default the clock's */
  readonly now?: number;
};

/** Answers `ishizue audit who-asked`; resolves to the exit code of the process. Mistakes are told all at once, before AWS is asked. */
export async function whoAsked(
  flags: WhoAskedFlags,
  { terminal, tool, version }: { readonly terminal: Terminal; readonly tool: string; readonly version: string },
  connection: Connection,
): Promise<number> {
  const now = connection.now ?? Date.now();
  const request = requestOf(flags, now);
  const places = chosenPlaces(flags);
  const mistakes = [request, places].flatMap((read) => ('mistakes' in read ? read.mistakes : []));
  if ('mistakes' in request || 'mistakes' in places) {
    terminal.writeError(mistakes.map((mistake) => `${mistake}\n`).join(''));
    return 64;
  }
  const missing = await credentialsProblem(connection);
  if (missing) {
    terminal.writeError(`${noCredentials(missing).reason[flags.lang]}\n`);
    return 2;
  }
  const { endpoint, maxAttempts = 4, credentials } = connection;
  const clients: CloudWatchLogs[] = [];
  const logsIn = (region: string) => {
    const client = new CloudWatchLogs({
      region,
      credentials,
      maxAttempts,
      ...(endpoint && { endpoint }),
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
    });
    clients.push(client);
    return client;
  };
  try {
    const wait = connection.pause ?? (async (milliseconds: number) => pause(milliseconds));
    return await runWhoAsked(request, places, { logsIn, pause: wait, terminal, tool: `${tool} ${version}`, now });
  } finally {
    for (const client of clients) client.destroy();
  }
}

function chosenPlaces(flags: WhoAskedFlags): ReturnType<typeof placesOf> {
  try {
    return placesOf(loadOrganization(flags.config), flags);
  } catch (error) {
    if (error instanceof ConfigurationError) return { mistakes: [error.message] };
    throw error;
  }
}

/** Asked once before the first question; otherwise every question would wait for the same missing credentials. */
async function credentialsProblem({ credentials }: Connection): Promise<string | undefined> {
  try {
    if (typeof credentials === 'function') await credentials();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `${error.name}: ${error.message.split('\n')[0]}`;
  }
}
