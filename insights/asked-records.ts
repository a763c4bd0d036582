import { type Period, queryOf, within } from './period';
import { isOneOf } from './quoted';

/** Whose records are asked for. An absent list means everybody and everywhere. */
export interface Askers {
  readonly users?: readonly string[];
  readonly channels?: readonly string[];
}

/** Audit records as they were written, newest first. Asked of the audit log, which holds no text. */
export function askedRecords({ users, channels }: Askers, period: Period): string {
  const conditions = [
    within(period),
    ...(users ? [isOneOf('who.slackUser', users)] : []),
    ...(channels ? [isOneOf('who.slackChannel', channels)] : []),
  ];
  return queryOf([`filter ${conditions.join(' and ')}`, 'fields @timestamp, @message', 'sort @timestamp desc']);
}
