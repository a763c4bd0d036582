import type { Account } from '@aws-sdk/client-account';
import type { Bedrock } from '@aws-sdk/client-bedrock';
import type { EC2 } from '@aws-sdk/client-ec2';
import type { GuardDuty } from '@aws-sdk/client-guardduty';
import type { IAM } from '@aws-sdk/client-iam';
import type { Inspector2 } from '@aws-sdk/client-inspector2';
import type { KMS } from '@aws-sdk/client-kms';
import type { Macie2 } from '@aws-sdk/client-macie2';
import type { Organizations } from '@aws-sdk/client-organizations';
import type { SecurityHub } from '@aws-sdk/client-securityhub';

/**
 * The AWS clients a setting may use, already pointed at the right account and region.
 *
 * Settings import the SDK's types only. Whoever runs them makes the clients: the custom resource's function, the gate,
 * or a test with recorded answers. So a stack can import a setting without loading any SDK.
 */
export interface Clients {
  /** AWS Account Management: the contacts of accounts. */
  readonly account: Account;
  readonly bedrock: Bedrock;
  /** Bedrock of one region: account settings of Bedrock are regional, and one function sets them all. */
  readonly bedrockIn: (region: string) => Bedrock;
  /** EC2 of one region: its defaults are regional. */
  readonly ec2In: (region: string) => EC2;
  readonly guardDuty: GuardDuty;
  readonly iam: IAM;
  readonly inspector: Inspector2;
  /** KMS of one region: a key is known only in its own, and the keys of the log archive live in the home region. */
  readonly kmsIn: (region: string) => KMS;
  readonly macie: Macie2;
  readonly organizations: Organizations;
  readonly securityHub: SecurityHub;
  /** Waits between calls: paced retries and propagation. A test passes one that does not wait. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Called before each call; throws when nothing new should be begun, such as when another run may have started. @default nothing */
  readonly beforeCall?: () => void;
}

/** What paces calls. */
export type Pacing = Pick<Clients, 'wait' | 'beforeCall'>;
