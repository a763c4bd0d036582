import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answers } from './aws-answers';
import { AwsError, type Call } from './aws-answers/call';
import type { AwsState } from './sound-organization';

/** The REST calls by service, method and path; the others name their operation in a header or in the body. */
const routes: readonly (readonly [service: string, request: RegExp, operation: string])[] = [
  ['guardduty', /^GET \/admin$/, 'ListOrganizationAdminAccounts'],
  ['guardduty', /^GET \/detector$/, 'ListDetectors'],
  ['guardduty', /^GET \/detector\/[^/]+\/administrator$/, 'GetAdministratorAccount'],
  ['inspector2', /^POST \/delegatedadminaccounts\/list$/, 'ListDelegatedAdminAccounts'],
  ['lambda', /^GET \/2016-08-19\/account-settings$/, 'GetAccountSettings'],
  ['macie2', /^GET \/admin$/, 'ListOrganizationAdminAccounts'],
  ['securityhub', /^GET \/organization\/admin$/, 'ListOrganizationAdminAccounts'],
];

export interface AwsServer {
  readonly url: string;
  /** What it answers from; a test replaces it. */
  state: AwsState;
  /** Actions it refuses for a missing permission. */
  readonly denied: Set<string>;
  /** Actions it answers with an error of this name and message, for any other reason. */
  readonly failing: Map<string, readonly [name: string, message?: string]>;
  /** How often an action is still throttled. */
  readonly throttled: Map<string, number>;
  /** Actions it was asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** An HTTP server that speaks the protocols of AWS (JSON 1.1, REST-JSON, query) as far as the doctor needs them, for every service. */
export async function awsServer(state: AwsState): Promise<AwsServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = callOf(request, Buffer.concat(chunks).toString(), aws.state);
      aws.asked.push(call.action);
      try {
        const body = answer(aws, call);
        const isQuery = call.action.startsWith('sts:');
        response.writeHead(200, { 'content-type': isQuery ? 'text/xml' : 'application/json' });
        response.end(isQuery ? xmlAnswer(call.action, body) : JSON.stringify(body));
      } catch (error) {
        const { name, message, status } =
          error instanceof AwsError ? error : new AwsError('TestIsWrong', String(error));
        response.writeHead(status, { 'x-amzn-errortype': name });
        response.end(
          call.action.startsWith('sts:')
            ? `<ErrorResponse><Error><Type>Sender</Type><Code>${name}</Code><Message>${message}</Message></Error></ErrorResponse>`
            : JSON.stringify({ __type: name, message }),
        );
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const aws: AwsServer = {
    url: `http://127.0.0.1:${port}`,
    state,
    denied: new Set(),
    failing: new Map(),
    throttled: new Map(),
    asked: [],
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return aws;
}

function answer({ state, denied, failing, throttled }: AwsServer, call: Call): unknown {
  const { action } = call;
  if (denied.has(action)) {
    throw new AwsError(action.startsWith('sts:') ? 'AccessDenied' : 'AccessDeniedException', `may not ${action}`, 403);
  }
  const failure = failing.get(action);
  if (failure) throw new AwsError(...failure);
  const times = throttled.get(action) ?? 0;
  if (times > 0) {
    throttled.set(action, times - 1);
    throw new AwsError('TooManyRequestsException', 'slow down', 429);
  }
  const reply = answers[action];
  if (!reply) throw new AwsError('TestIsWrong', `no answer to ${action}`);
  return reply(state, call);
}

/** Service, region and caller are in the signature: `Credential=<key>/<day>/<region>/<service>/aws4_request`. */
function callOf(request: IncomingMessage, body: string, { caller }: AwsState): Call {
  const { authorization = '', 'x-amz-target': target } = request.headers;
  const [, key = '', region = '', service = ''] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(authorization) ?? [];
  const account = key.startsWith('ASIA') ? key.slice(4) : caller;
  const url = new URL(request.url ?? '', 'http://aws');
  if (service === 'sts') {
    const input = Object.fromEntries(new URLSearchParams(body));
    return { action: `sts:${input.Action}`, region, account, input };
  }
  const route = routes.find(([of, path]) => of === service && path.test(`${request.method} ${url.pathname}`));
  const operation = String(target ?? route?.[2] ?? `${request.method} ${url.pathname}`).replace(/^.*\./, '');
  const input = { ...Object.fromEntries(url.searchParams), ...(body ? JSON.parse(body) : {}) };
  return { action: `${service}:${operation}`, region, account, input };
}

function xmlAnswer(action: string, body: unknown): string {
  const operation = action.replace('sts:', '');
  const element = (value: unknown): string =>
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([name, inner]) => `<${name}>${element(inner)}</${name}>`)
          .join('')
      : String(value);
  return `<${operation}Response><${operation}Result>${element(body)}</${operation}Result></${operation}Response>`;
}
