import type { Clients } from '../../settings/clients';
import type { Permission, Setting } from '../../settings/setting';

/** An error as an AWS service sends it. */
export class AwsError {
  constructor(
    readonly name: string,
    readonly message = `${name} from a test`,
    readonly status = 400,
  ) {}
}

/** A body as the service sends it (the wire's names, not the SDK's), or an error. */
export type Answer = object | AwsError;

/** Answers by operation, as IAM names it. A function sees the input and how often the operation was called before. */
export type Script = Readonly<Record<string, Answer | ((input: never, callsBefore: number) => Answer) | undefined>>;

export interface Call {
  /** As IAM names it: `guardduty:UpdateDetector`. */
  readonly operation: string;
  /** What the setting gave to the SDK. */
  readonly input: object;
  /** What the SDK put on the wire. */
  body: string;
  /** Where it sent it. */
  host: string;
}

export interface FakeAws {
  readonly clients: Clients;
  readonly calls: Call[];
  /** Milliseconds of every wait. */
  readonly waits: number[];
  /** The calls that change something, by name. */
  readonly written: () => string[];
  /** Inputs of one operation, in order. */
  readonly inputs: (operation: string) => object[];
}

/** Configuration of a client that reaches no network. */
export interface FakeConfiguration {
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly maxAttempts: number;
  readonly requestHandler: { handle: (request: WireRequest) => Promise<{ response: WireResponse }> };
}

interface WireRequest {
  readonly hostname: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array;
}

interface WireResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

interface Taggable {
  readonly middlewareStack: {
    add(
      middleware: (next: Step, context: { commandName?: string }) => Step,
      options: { step: 'initialize' | 'build' },
    ): void;
  };
}

type Step = (args: never) => Promise<never>;

const services = {
  account: 'account',
  bedrock: 'bedrock',
  guardDuty: 'guardduty',
  iam: 'iam',
  inspector: 'inspector2',
  macie: 'macie2',
  organizations: 'organizations',
  securityHub: 'securityhub',
} as const;

type ServiceName = keyof typeof services;

/** Clients that are asked for by region. */
const regional = {
  bedrockIn: { service: 'bedrock', client: '@aws-sdk/client-bedrock', of: 'Bedrock' },
  ec2In: { service: 'ec2', client: '@aws-sdk/client-ec2', of: 'EC2' },
  kmsIn: { service: 'kms', client: '@aws-sdk/client-kms', of: 'KMS' },
} as const;

type RegionalName = keyof typeof regional;

/** Loaded when first used: a test of one setting needs one of the clients. */
const makers: { readonly [Name in ServiceName]: (configuration: FakeConfiguration) => Clients[Name] } = {
  account: (it) => new (require('@aws-sdk/client-account').Account)(it),
  bedrock: (it) => new (require('@aws-sdk/client-bedrock').Bedrock)(it),
  guardDuty: (it) => new (require('@aws-sdk/client-guardduty').GuardDuty)(it),
  iam: (it) => new (require('@aws-sdk/client-iam').IAM)(it),
  inspector: (it) => new (require('@aws-sdk/client-inspector2').Inspector2)(it),
  macie: (it) => new (require('@aws-sdk/client-macie2').Macie2)(it),
  organizations: (it) => new (require('@aws-sdk/client-organizations').Organizations)(it),
  securityHub: (it) => new (require('@aws-sdk/client-securityhub').SecurityHub)(it),
};

/**
 * The SDK's own clients before a scripted AWS: requests are serialized and answers and errors read by the real code. An operation
 * that the script does not name fails the test.
 */
export function fakeAws(
  script: Script,
  make: (configuration: FakeConfiguration) => Omit<Clients, 'wait'> = lazyClients,
): FakeAws {
  const calls: Call[] = [];
  const waits: number[] = [];
  const counts = new Map<string, number>();

  const respond = (request: WireRequest): WireResponse => {
    const { 'x-test-operation': operation = 'unknown', 'x-test-call': index = '' } = request.headers;
    const call = calls[Number(index)] as Call;
    call.body = typeof request.body === 'string' ? request.body : new TextDecoder().decode(request.body);
    call.host = request.hostname;
    const before = counts.get(operation) ?? 0;
    counts.set(operation, before + 1);
    const answer = script[operation];
    if (answer === undefined) throw new Error(`The test has no answer for ${operation}`);
    return wireResponse(operation, typeof answer === 'function' ? answer(call.input as never, before) : answer);
  };

  const tag = (service: string, client: Taggable) => {
    client.middlewareStack.add(
      (next, context) => (args) => {
        const operation = `${service}:${context.commandName?.replace(/Command$/, '')}`;
        calls.push({ operation, input: (args as { input: object }).input, body: '', host: '' });
        return next(args);
      },
      { step: 'initialize' },
    );
    client.middlewareStack.add(
      (next) => (args) => {
        const { headers } = (args as { request: WireRequest }).request;
        headers['x-test-call'] = String(calls.length - 1);
        headers['x-test-operation'] = calls.at(-1)?.operation ?? 'unknown';
        return next(args);
      },
      { step: 'build' },
    );
  };

  const made = make({
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'example', secretAccessKey: 'example' },
    maxAttempts: 1,
    requestHandler: { handle: async (request) => ({ response: respond(request) }) },
  });
  const tagged = new Set<unknown>();
  const taggedOnce = (service: string, client: unknown) => {
    if (!tagged.has(client)) tag(service, client as Taggable);
    tagged.add(client);
    return client;
  };
  const clients = new Proxy(made, {
    get(target, name) {
      if (name in regional) {
        const { service } = regional[name as RegionalName];
        return (region: string) => taggedOnce(service, target[name as RegionalName](region));
      }
      const client = Reflect.get(target, name);
      return name in services ? taggedOnce(services[name as ServiceName], client) : client;
    },
  });
  return {
    clients: Object.create(clients, {
      wait: {
        value: async (milliseconds: number) => {
          waits.push(milliseconds);
        },
      },
    }),
    calls,
    waits,
    written: () => calls.map(({ operation }) => operation).filter((name) => !/:(Get|List|Describe)/.test(name)),
    inputs: (operation) => calls.filter((call) => call.operation === operation).map(({ input }) => input),
  };
}

/** The answers one after the other; the last one stays. */
export function inTurn(...answers: readonly Answer[]): (input: unknown, callsBefore: number) => Answer {
  return (_input, callsBefore) => answers[Math.min(callsBefore, answers.length - 1)] as Answer;
}

/** Reads, compares and applies, as the function does. */
export async function run<Desired, Observed>(setting: Setting<Desired, Observed>, desired: Desired, aws: FakeAws) {
  const observed = await setting.read(desired, aws.clients);
  const differences = setting.differences(desired, observed);
  const attributes = await setting.apply(desired, observed, aws.clients);
  return { differences, attributes, observed };
}

/** Every call that was made is one that the setting asks permission for. */
export function expectOnlyPermitted(aws: FakeAws, permissions: readonly Permission[]): void {
  const allowed = permissions.flatMap(({ actions }) => actions);
  expect(aws.calls.map(({ operation }) => operation).filter((operation) => !allowed.includes(operation))).toEqual([]);
}

function lazyClients(configuration: FakeConfiguration): Omit<Clients, 'wait'> {
  const made: Partial<Record<ServiceName, unknown>> = {};
  return new Proxy({} as Omit<Clients, 'wait'>, {
    get(_target, name) {
      if (name in regional) {
        const { client, of } = regional[name as RegionalName];
        return (region: string) => new (require(client)[of])({ ...configuration, region });
      }
      if (!(name in services)) return undefined;
      made[name as ServiceName] ??= makers[name as ServiceName](configuration);
      return made[name as ServiceName];
    },
  });
}

function wireResponse(operation: string, answer: Answer): WireResponse {
  const [service = '', name = ''] = operation.split(':');
  const headers = { 'x-amzn-requestid': 'request-1' };
  const encode = encodings[service as keyof typeof encodings] ?? encodings.json;
  if (answer instanceof AwsError) {
    const body = Buffer.from(encode.error(answer));
    return {
      statusCode: answer.status,
      headers: { ...headers, ...encode.headers, 'x-amzn-errortype': answer.name },
      body,
    };
  }
  return {
    statusCode: 200,
    headers: { ...headers, ...encode.headers },
    body: Buffer.from(encode.success(name, answer)),
  };
}

/** How a service writes its answers: most as JSON, the oldest as XML. */
const encodings = {
  json: {
    headers: { 'content-type': 'application/json' },
    error: ({ name, message }: AwsError) => JSON.stringify({ __type: name, message }),
    success: (_name: string, answer: object) => JSON.stringify(answer),
  },
  iam: {
    headers: { 'content-type': 'text/xml' },
    error: ({ name, message }: AwsError) =>
      `<ErrorResponse><Error><Type>Sender</Type><Code>${name}</Code><Message>${message}</Message></Error><RequestId>request-1</RequestId></ErrorResponse>`,
    success: (name: string, answer: object) =>
      `<${name}Response><${name}Result>${xml(answer)}</${name}Result></${name}Response>`,
  },
  ec2: {
    headers: { 'content-type': 'text/xml' },
    error: ({ name, message }: AwsError) =>
      `<Response><Errors><Error><Code>${name}</Code><Message>${message}</Message></Error></Errors><RequestID>request-1</RequestID></Response>`,
    success: (name: string, answer: object) =>
      `<${name}Response><requestId>request-1</requestId>${xml(answer)}</${name}Response>`,
  },
};

function xml(value: object): string {
  return Object.entries(value)
    .map(([name, inner]) => {
      const content = Array.isArray(inner) ? inner.map((item) => `<member>${item}</member>`).join('') : String(inner);
      return `<${name}>${content}</${name}>`;
    })
    .join('');
}
