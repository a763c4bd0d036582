import type { Organization } from '../config/resolve-organization';
import type { Text } from '../policies/policy';
import { type Connection, clientsIn } from './clients';

/** Thrown when AWS cannot be asked at all: no credentials, invalid ones, no way to AWS. One message, no stack trace. */
export class CannotAsk extends Error {
  override readonly name = 'CannotAsk';
}

/**
 * Makes sure, before anything else, that there are credentials and that AWS accepts them. The call needs no permission, so that a
 * failure of it fails everything.
 *
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export async function introduce(
  { homeRegion }: Organization,
  connection: Connection,
  language: keyof Text,
): Promise<void> {
  const credentials = typeof connection.credentials === 'function' ? connection.credentials : undefined;
  try {
    await credentials?.();
  } catch (error) {
    throw new CannotAsk(noCredentials(firstLine(error))[language]);
  }
  try {
    await clientsIn(homeRegion, { ...connection, maxAttempts: 3 })
      .sts()
      .getCallerIdentity();
  } catch (error) {
    throw new CannotAsk(refused(firstLine(error), homeRegion)[language]);
  }
}

function firstLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message } = error instanceof AggregateError ? (error.errors[0] as Error) : error;
  return `${error.name}: ${message.split('\n')[0]}`;
}

function noCredentials(reason: string): Text {
  return {
    en:
      `No AWS credentials: nothing was asked. (${reason})\n` +
      'Sign in to the management account, then run it again: AWS_PROFILE=<profile>, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or `aws sso login`.',
    ja:
      `AWS の認証情報がないため、何も確認していません。（${reason}）\n` +
      '管理アカウントにサインインしてから、もう一度実行してください。AWS_PROFILE=<プロファイル>、AWS_ACCESS_KEY_ID と AWS_SECRET_ACCESS_KEY、または `aws sso login` を使えます。',
  };
}

function refused(reason: string, region: string): Text {
  return {
    en:
      `AWS did not say whose credentials these are: nothing was asked. (sts:GetCallerIdentity in ${region}: ${reason})\n` +
      'Renew them if they have expired; otherwise check the network, and AWS_ENDPOINT_URL where it is set.',
    ja:
      `認証情報を確認できなかったため、何も確認していません。（${region} の sts:GetCallerIdentity: ${reason}）\n` +
      '期限切れなら更新し、そうでなければネットワークと、設定していれば AWS_ENDPOINT_URL を確認してください。',
  };
}
