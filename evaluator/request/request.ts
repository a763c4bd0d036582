import { RequestError } from '../policy-error';
import { show } from '../problem';
import type { Principal } from './principal';

/** What somebody asks of AWS. */
export interface Request {
  /**
   * The ARN of a user, role, session or root user, the name of a service, or `anonymous`; or more, said in an object that
   * does not change, because a chain remembers it.
   */
  readonly principal: string | Principal;
  /** Such as `s3:GetObject`; the case does not matter. */
  readonly action: string;
  /** The ARN of the resource, or `*` for an action that has none. */
  readonly resource: string;
  /**
   * The account of the resource, twelve digits. Default: that of its ARN; where the ARN has none (S3, foundation models,
   * `*`) that of the principal.
   */
  readonly resourceAccountId?: string;
  /**
   * Condition keys, in any case. Keys of the principal and of the resource's account are filled in where they are known
   * and not given. Keys AWS always sends are unknown when they are not given; every other key is then absent. An empty
   * list says that the request does not have the key.
   */
  readonly context?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Condition keys whose value the caller does not know, nor whether the request has them. */
  readonly hidden?: readonly string[];
}

const ACTION = /^[a-z0-9-]+:[a-z0-9_.-]+$/i;
const ACCOUNT_ID = /^\d{12}$/;

/** The action in lower case; throws a RequestError when it is none. */
export function readAction(action: string): string {
  if (typeof action === 'string' && ACTION.test(action)) return action.toLowerCase();
  throw refusal('action', action, 'Not an action.', 'Write one action, such as s3:GetObject, without wildcards.');
}

/** Throws a RequestError when the resource is neither an ARN nor `*`. */
export function checkResource(resource: string): void {
  if (resource === '*' || (typeof resource === 'string' && resource.startsWith('arn:'))) return;
  throw refusal('resource', resource, 'Not a resource.', 'Write its ARN, or * for an action without resource.');
}

/** Throws a RequestError when the account is none. */
export function checkAccount(accountId: string): void {
  if (ACCOUNT_ID.test(accountId)) return;
  throw refusal('resourceAccountId', accountId, 'Not an account id.', 'Write twelve digits as a text.');
}

export function refusal(path: string, got: unknown, message: string, remedy: string): RequestError {
  return new RequestError([{ path, got: show(got), message, remedy }]);
}
