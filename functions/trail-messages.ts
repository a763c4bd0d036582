import { compose, type Language, type TrailMessage } from './trail-messages/compose';
import { decode } from './trail-messages/decode';
import { ToldChanges } from './trail-messages/told-changes';

const told = new ToldChanges(Date.now);

/** CloudWatch Logs calls it with events of the organization trail; Lambda sends what it returns to the event bus. */
export async function handler(subscription: unknown): Promise<TrailMessage> {
  return compose(decode(subscription), told, languageOf(process.env.MESSAGE_LANGUAGE));
}

function languageOf(value: string | undefined): Language {
  if (value !== 'en' && value !== 'ja') throw new Error(`MESSAGE_LANGUAGE is ${value}, and has to be en or ja.`);
  return value;
}
