/** A question on its way from the ingress to the worker. Ids are sound; the prompt is what a person wrote. */
export interface Question {
  readonly version: 1;
  /** Slack's id of the event: the same in every delivery of it. */
  readonly eventId: string;
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  /** Timestamp of the message, which is also its id in the channel. */
  readonly ts: string;
  /** Timestamp of the message that began the thread; the answer goes there. */
  readonly thread: string;
  readonly prompt: string;
  /** Address the HTTP API saw. */
  readonly sourceIp?: string;
  /** How often Slack had delivered the event before. */
  readonly retryNum?: number;
}

/** Thrown when a message of the queue is not a question of this version. Never repeats the message. */
export class NotAQuestion extends Error {
  constructor() {
    super('The message of the queue is not a question of version 1; it was written by other code');
    this.name = 'NotAQuestion';
  }
}

/** @throws NotAQuestion */
export function readQuestion(body: string): Question {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new NotAQuestion();
  }
  if (!isQuestion(value)) throw new NotAQuestion();
  return value;
}

function isQuestion(value: unknown): value is Question {
  if (typeof value !== 'object' || value === null) return false;
  const question = value as Partial<Record<keyof Question, unknown>>;
  const texts = ['eventId', 'team', 'user', 'channel', 'ts', 'thread', 'prompt'] as const;
  return question.version === 1 && texts.every((field) => typeof question[field] === 'string');
}
