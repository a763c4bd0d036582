import { SecurityHub } from '@aws-sdk/client-securityhub';
import { markNotified } from './mark-notified/mark-notified';

let securityHub: SecurityHub | undefined;

/** EventBridge calls it with the event that people are told of. */
export async function handler(event: unknown): Promise<void> {
  securityHub ??= new SecurityHub({ maxAttempts: 5 });
  await markNotified(event, securityHub);
}
