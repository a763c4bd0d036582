import { SettingFailed } from '../../settings/setting-failed';
import { operationOf } from '../clients';
import { OutOfTime } from './deadline';
import { RequestMistake } from './request';

/** How far a run came. */
export interface Progress {
  /** Settings that are as desired. */
  readonly applied: string[];
  /** The setting that is being applied. */
  current?: string;
}

/** One paragraph for the events of the stack: what failed, what AWS said, what to do, and what stays. */
export function reasonOf(error: unknown, { applied, current }: Progress): string {
  if (error instanceof RequestMistake) return error.message;
  const where = current ? `${current}: ` : '';
  const stays = applied.length > 0 ? ` Applied before, and stays: ${applied.join(', ')}.` : '';
  return `${where}${explained(error)}${stays}`;
}

function explained(error: unknown): string {
  if (error instanceof SettingFailed) return error.message;
  if (error instanceof OutOfTime) return `${error.message}. Deploy again: it goes on where it stopped.`;
  const operation = operationOf(error);
  if (!(error instanceof Error) || operation === undefined) {
    return `${String(error)}. This is a fault of the baseline, not of your configuration; the log of the function has more.`;
  }
  const { requestId } = (error as { $metadata?: { requestId?: string } }).$metadata ?? {};
  return `${operation} answered ${error.name}: ${error.message} (request ${requestId ?? 'without id'}). ${adviceFor(error.name)}`;
}

function adviceFor(name: string): string {
  if (/AccessDenied|Unauthorized|NotAuthorized/.test(name)) {
    return (
      'The role of this function has the permission from its template, so look for what takes it away: a service control ' +
      'policy, a permissions boundary, or the wrong account. Then deploy again.'
    );
  }
  if (/Throttl|TooManyRequests|ConcurrentModification|InProgress/.test(name)) {
    return 'AWS said so for two minutes: deploy again when nobody else changes the organization.';
  }
  if (/Internal|ServiceException|ServiceUnavailable|Timeout/.test(name)) return 'AWS had a fault: deploy again.';
  return 'AWS refuses the call as it is: change what the message names, then deploy again.';
}
