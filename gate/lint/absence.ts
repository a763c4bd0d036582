import type { Text } from '../../policies/policy';

/** Keys that some requests lack although a policy seems to count on them, by what their absence means. */
export interface AbsentKey {
  /** Requests that come without the key. */
  readonly missing: Text;
  readonly source: string;
}

const globalKeys = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

const callsOfServices: AbsentKey = {
  missing: {
    en: 'Only AWS services that call a resource themselves set it; calls of people and roles come without it.',
    ja: 'このキーが付くのは AWS サービスがリソースを直接呼ぶときだけで、人やロールの呼び出しには付きません。',
  },
  source: `${globalKeys}#condition-keys-sourceaccount`,
};

/** Set only when an AWS service calls on its own; a statement needs `Null` or `aws:PrincipalIsAWSService` next to them. */
export const keysOfServiceCalls: ReadonlyMap<string, AbsentKey> = new Map(
  ['aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths'].map((key) => [key, callsOfServices]),
);

const membership: AbsentKey = {
  missing: {
    en: 'AWS services that act for you (trail delivery, logging, replication) belong to no organization and come without it.',
    ja: '利用者に代わって動く AWS サービス（証跡の配信、ログ記録、レプリケーションなど）は組織に属さず、このキーが付きません。',
  },
  source: `${globalKeys}#condition-keys-principalorgid`,
};

/** Set for members of an organization; a policy of resources needs `aws:PrincipalIsAWSService` next to them. */
export const keysOfMembers: ReadonlyMap<string, AbsentKey> = new Map(
  ['aws:principalorgid', 'aws:principalorgpaths'].map((key) => [key, membership]),
);

const network: AbsentKey = {
  missing: {
    en: 'Calls that an AWS service makes for the caller come from another address and no endpoint.',
    ja: 'AWS サービスが呼び出し元に代わって行う呼び出しは、別のアドレスから、エンドポイントを経由せずに届きます。',
  },
  source: `${globalKeys}#condition-keys-sourceip`,
};

/** Describe the network of the caller; a denial needs `aws:ViaAWSService` or `aws:PrincipalIsAWSService` next to them. */
export const keysOfTheNetwork: ReadonlyMap<string, AbsentKey> = new Map(
  [
    'aws:sourceip',
    'aws:sourcevpc',
    'aws:sourcevpcarn',
    'aws:sourcevpce',
    'aws:vpcsourceip',
    'aws:vpceaccount',
    'aws:vpceorgid',
  ].map((key) => [key, network]),
);

/** Keys whose absence is the very case a limit is meant for. */
export const keysAbsentWhenUnlimited: ReadonlyMap<string, AbsentKey> = new Map([
  [
    'iam:servicespecificcredentialagedays',
    {
      missing: {
        en: 'A credential that is created without an age never expires, and its request comes without the key.',
        ja: '有効日数を指定せずに作成した認証情報は失効せず、そのリクエストにはこのキーが付きません。',
      },
      source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html',
    },
  ],
  [
    'aws:multifactorauthage',
    {
      missing: {
        en: 'Whoever did not use multi-factor authentication comes without the key.',
        ja: '多要素認証を使わなかったリクエストにはこのキーが付きません。',
      },
      source: `${globalKeys}#condition-keys-multifactorauthage`,
    },
  ],
  [
    'aws:multifactorauthpresent',
    {
      missing: {
        en: 'Calls with long-term access keys come without the key.',
        ja: '長期アクセスキーによる呼び出しにはこのキーが付きません。',
      },
      source: `${globalKeys}#condition-keys-multifactorauthpresent`,
    },
  ],
  [
    's3:max-keys',
    {
      missing: {
        en: 'A listing that names no number returns up to 1,000 keys, and comes without the key.',
        ja: '件数を指定しない一覧取得は最大 1,000 件を返し、そのリクエストにはこのキーが付きません。',
      },
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html',
    },
  ],
]);
