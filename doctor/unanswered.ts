import type { Answer } from './answer';
import { operationOf } from './operation';

const denied = [
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'ForbiddenException',
  'UnauthorizedException',
  'UnauthorizedOperation',
];

/** Whether AWS refused a call because a permission is missing. */
export function isDenied(error: unknown): boolean {
  return error instanceof Error && denied.includes(error.name);
}

/** Whether an error of an AWS client has one of these names. */
export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

/**
 * The answer when AWS did not give one: `unknown`, with the IAM action where a permission is missing.
 *
 * An error that no call to AWS has thrown is a bug of ours, and is thrown again.
 */
export function unanswered(error: unknown, places?: readonly string[]): Answer {
  const action = operationOf(error);
  if (action === undefined || !(error instanceof Error)) throw error;
  const where = places ? { places } : {};
  const reason = `${error.name}: ${error.message.split('\n')[0]?.slice(0, 200)}`;
  if (isDenied(error) && action === 'sts:AssumeRole') return { ...unreachable, ...where, reason };
  if (isDenied(error)) {
    return {
      state: 'unknown',
      ...where,
      action,
      reason,
      found: { en: `The credentials lack ${action}.`, ja: `認証情報に ${action} の権限がありません。` },
      advice: {
        en: `Allow ${action}, and ask again. It only reads.`,
        ja: `${action} を許可して、もう一度実行してください。読み取りだけの操作です。`,
      },
    };
  }
  return {
    state: 'unknown',
    ...where,
    found: { en: `${action} failed: ${reason}`, ja: `${action} が失敗しました: ${reason}` },
    advice: {
      en: 'Remove the cause, and ask again.',
      ja: '原因を取り除いて、もう一度実行してください。',
    },
  };
}

/** AWS does not tell these three apart. */
const unreachable = {
  state: 'unknown',
  action: 'sts:AssumeRole',
  found: {
    en: 'The look-up role of the CDK bootstrap cannot be assumed: the account is not bootstrapped there, or the role does not trust the management account, or the credentials lack sts:AssumeRole.',
    ja: 'CDK ブートストラップの参照ロールを引き受けられません。未実施、ロールが管理アカウントを信頼していない、または認証情報に sts:AssumeRole の権限がない、のいずれかです。',
  },
  advice: {
    en: "Bootstrap with --trust-for-lookup and the management account's id, or look with credentials of the account itself.",
    ja: '--trust-for-lookup に管理アカウントの ID を指定してブートストラップするか、そのアカウント自身の認証情報で確認してください。',
  },
} satisfies Answer;
