import type { Text } from '../policies/policy';

/** Thrown when AWS gave no answer, or not all of it. Says why, and what to do, in both languages. */
export class CannotAnswer extends Error {
  override readonly name = 'CannotAnswer';

  /** @param hopeless whether every further question would end the same way: no credentials, no way to AWS */
  constructor(
    readonly reason: Text,
    readonly hopeless = false,
  ) {
    super(reason.en);
  }
}

/** Thrown when a query took longer than it may; a shorter period may be answered in time. */
export class QueryTimedOut extends Error {
  override readonly name = 'QueryTimedOut';
}

/** Thrown when a period ends before the log group was made, or before what it still keeps. */
export class BeforeTheLog extends Error {
  override readonly name = 'BeforeTheLog';
}

/** Where a question was asked, for what is said about it. */
export interface Place {
  readonly logGroupArn: string;
  readonly unmask?: boolean;
}

const denied = ['AccessDeniedException', 'AccessDenied', 'UnauthorizedException'];
const badCredentials = [
  'ExpiredTokenException',
  'ExpiredToken',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'UnrecognizedClientException',
];
/** A query of ours that Logs does not understand is our bug, and so is what no service has thrown. */
const ours = ['MalformedQueryException', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'Error'];

/** What a failed call means to whoever asked. Our own bugs are thrown again. */
export function cannotAnswer(error: unknown, place: Place, operation: string): Error {
  if (error instanceof CannotAnswer || error instanceof QueryTimedOut) return error;
  if (!(error instanceof Error)) throw error;
  // Logs says so with the error for a query it does not understand.
  if (error.name === 'MalformedQueryException' && /creation time|retention/.test(error.message))
    return new BeforeTheLog();
  const cause = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
  const isNetwork = 'code' in cause || '$metadata' in error;
  if (ours.includes(error.name) && !(isNetwork && error.name === 'Error')) throw error;
  const said = `${error.name}: ${cause.message.split('\n')[0]?.slice(0, 200)}`;
  if (error.name === 'CredentialsProviderError') return noCredentials(said);
  if (badCredentials.includes(error.name)) return refusedCredentials(said);
  if (denied.includes(error.name)) return lacksPermission(cause.message, place, operation, said);
  if (['ResourceNotFoundException', 'InvalidParameterException'].includes(error.name)) return noLogGroup(place, said);
  return new CannotAnswer(
    {
      en: `${operation} failed: ${said}. Check the network, and AWS_ENDPOINT_URL where it is set, and ask again.`,
      ja: `${operation} が失敗しました: ${said}。ネットワークと、設定していれば AWS_ENDPOINT_URL を確認し、もう一度実行してください。`,
    },
    true,
  );
}

export function noCredentials(said: string): CannotAnswer {
  return new CannotAnswer(
    {
      en: `No AWS credentials: nothing was asked. (${said})\nSign in to the workload account, then run it again: AWS_PROFILE=<profile>, or \`aws sso login\`.`,
      ja: `AWS の認証情報がないため、何も確認していません。（${said}）\nワークロードアカウントにサインインしてから、もう一度実行してください。AWS_PROFILE=<プロファイル> または \`aws sso login\` を使えます。`,
    },
    true,
  );
}

function refusedCredentials(said: string): CannotAnswer {
  return new CannotAnswer(
    {
      en: `AWS does not accept these credentials. (${said})\nRenew them if they have expired, and ask again.`,
      ja: `AWS が認証情報を受け付けません。（${said}）\n期限切れなら更新して、もう一度実行してください。`,
    },
    true,
  );
}

function lacksPermission(
  message: string,
  { logGroupArn, unmask }: Place,
  operation: string,
  said: string,
): CannotAnswer {
  const [, action] = /perform: ([A-Za-z]+:[A-Za-z]+)/.exec(message) ?? [];
  const actions = action ?? (unmask ? `${operation} / logs:Unmask` : operation);
  return new CannotAnswer({
    en: `The credentials lack ${actions} on ${logGroupArn}. (${said}) The permission set prompt-log-reader has it.`,
    ja: `認証情報に ${logGroupArn} への ${actions} の権限がありません。（${said}）許可セット prompt-log-reader にはあります。`,
  });
}

function noLogGroup({ logGroupArn }: Place, said: string): CannotAnswer {
  return new CannotAnswer({
    en: `${logGroupArn} cannot be asked. (${said}) Use credentials of that account, and see that its Bedrock stack is deployed in that region.`,
    ja: `${logGroupArn} に問い合わせできません。（${said}）そのアカウントの認証情報を使い、そのリージョンに Bedrock のスタックがデプロイされていることを確認してください。`,
  });
}
