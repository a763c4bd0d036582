import { Account } from '@aws-sdk/client-account';
import { Bedrock, type BedrockClientConfig } from '@aws-sdk/client-bedrock';
import { EC2 } from '@aws-sdk/client-ec2';
import { GuardDuty } from '@aws-sdk/client-guardduty';
import { IAM } from '@aws-sdk/client-iam';
import { Inspector2 } from '@aws-sdk/client-inspector2';
import { KMS } from '@aws-sdk/client-kms';
import { Macie2 } from '@aws-sdk/client-macie2';
import { Organizations } from '@aws-sdk/client-organizations';
import { SecurityHub } from '@aws-sdk/client-securityhub';
import type { Clients, Pacing } from '../settings/clients';

export type AwsClients = Omit<Clients, keyof Pacing>;

/** What all clients have in common; everything else, such as the region, comes from the environment. */
export type ClientConfiguration = Pick<
  BedrockClientConfig,
  'credentials' | 'maxAttempts' | 'region' | 'requestHandler'
>;

/** A call that hangs is given up, so that the function always has time to answer. */
const bounded: ClientConfiguration = {
  requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
};

/** AWS clients for the settings; each is made when it is first used, and once. */
export function awsClients(configuration: ClientConfiguration = {}): AwsClients {
  const options = { ...bounded, ...configuration };
  const made = new Map<string, unknown>();
  const once = <Client extends Traceable>(service: string, make: () => Client, region = ''): Client => {
    const key = `${service} ${region}`;
    const client = (made.get(key) as Client | undefined) ?? traced(service, make());
    made.set(key, client);
    return client;
  };
  return {
    get account() {
      return once('account', () => new Account(options));
    },
    get bedrock() {
      return once('bedrock', () => new Bedrock(options));
    },
    bedrockIn: (region) => once('bedrock', () => new Bedrock({ ...options, region }), region),
    ec2In: (region) => once('ec2', () => new EC2({ ...options, region }), region),
    get guardDuty() {
      return once('guardduty', () => new GuardDuty(options));
    },
    get iam() {
      return once('iam', () => new IAM(options));
    },
    get inspector() {
      return once('inspector2', () => new Inspector2(options));
    },
    kmsIn: (region) => once('kms', () => new KMS({ ...options, region }), region),
    get macie() {
      return once('macie2', () => new Macie2(options));
    },
    get organizations() {
      return once('organizations', () => new Organizations(options));
    },
    get securityHub() {
      return once('securityhub', () => new SecurityHub(options));
    },
  };
}

/** The same clients, paced. A prototype, not a copy: a copy would make every client at once. */
export function withPacing(clients: AwsClients, { wait, beforeCall }: Pacing): Clients {
  return Object.create(clients, { wait: { value: wait }, beforeCall: { value: beforeCall } });
}

const operations = new WeakMap<object, string>();

/** The call that threw an error, as IAM names it, such as `guardduty:UpdateDetector`. The SDK's errors do not say. */
export function operationOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? operations.get(error) : undefined;
}

/** What every client of the SDK has, whatever its operations are. */
interface Traceable {
  readonly middlewareStack: { add(middleware: Tracing, options: { step: 'initialize'; name: string }): void };
}

type Tracing = <Call extends (args: never) => Promise<unknown>>(call: Call, context: { commandName?: string }) => Call;

function traced<Client extends Traceable>(service: string, client: Client): Client {
  const tracing: Tracing = (call, context) =>
    (async (args: never) => {
      try {
        return await call(args);
      } catch (error) {
        if (typeof error === 'object' && error !== null) {
          operations.set(error, `${service}:${context.commandName?.replace(/Command$/, '')}`);
        }
        throw error;
      }
    }) as typeof call;
  client.middlewareStack.add(tracing, { step: 'initialize', name: 'namesTheOperationOfAnError' });
  return client;
}
