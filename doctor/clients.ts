import { CloudTrail } from '@aws-sdk/client-cloudtrail';
import { ConfigService } from '@aws-sdk/client-config-service';
import { GuardDuty } from '@aws-sdk/client-guardduty';
import { Inspector2 } from '@aws-sdk/client-inspector2';
import { Lambda } from '@aws-sdk/client-lambda';
import { Macie2 } from '@aws-sdk/client-macie2';
import { Organizations } from '@aws-sdk/client-organizations';
import { SecurityHub } from '@aws-sdk/client-securityhub';
import { SSM } from '@aws-sdk/client-ssm';
import { SSOAdmin } from '@aws-sdk/client-sso-admin';
import { STS, type STSClientConfig } from '@aws-sdk/client-sts';
import { traced } from './operation';

/** How AWS is reached. Everything that is not said comes from the environment, as in every AWS tool: `AWS_ENDPOINT_URL` too. */
export type Connection = Pick<STSClientConfig, 'endpoint' | 'maxAttempts'> & {
  readonly credentials: NonNullable<STSClientConfig['credentials']>;
};

/**
 * A call that hangs is given up, and a throttled one repeated with growing pauses, for about a minute. `adaptive` also slows down what
 * comes next: at the few calls a second of AWS Organizations, a hundred accounts would use up the retries of `standard`.
 *
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
const patience = {
  maxAttempts: 8,
  retryMode: 'adaptive',
  requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
} as const;

/** The AWS clients of one account and region; each is made when it is first used. Names are the prefixes of IAM actions. */
export type Clients = ReturnType<typeof clientsIn>;

export function clientsIn(region: string, connection: Connection) {
  const options = { ...patience, ...connection, region };
  const made = new Map<string, unknown>();
  const once = <Client>(prefix: string, make: () => Client): Client => {
    const client = (made.get(prefix) as Client | undefined) ?? make();
    made.set(prefix, client);
    return client;
  };
  return {
    cloudTrail: () => once('cloudtrail', () => traced('cloudtrail', new CloudTrail(options))),
    config: () => once('config', () => traced('config', new ConfigService(options))),
    guardDuty: () => once('guardduty', () => traced('guardduty', new GuardDuty(options))),
    identityCenter: () => once('sso', () => traced('sso', new SSOAdmin(options))),
    inspector: () => once('inspector2', () => traced('inspector2', new Inspector2(options))),
    lambda: () => once('lambda', () => traced('lambda', new Lambda(options))),
    macie: () => once('macie2', () => traced('macie2', new Macie2(options))),
    organizations: () => once('organizations', () => traced('organizations', new Organizations(options))),
    securityHub: () => once('securityhub', () => traced('securityhub', new SecurityHub(options))),
    ssm: () => once('ssm', () => traced('ssm', new SSM(options))),
    sts: () => once('sts', () => traced('sts', new STS(options))),
  };
}
