/** What the function is asked: who wants an answer to what. */
export interface ConverseRequest {
  readonly who: { readonly team?: string; readonly user: string; readonly channel?: string };
  readonly prompt: string;
  /** Id of the event that caused the request. @default the id of the Lambda request */
  readonly eventId?: string;
}

/** The parts of a request that can be trusted even when other parts are wrong; they go into the audit record. */
export interface ReadRequest {
  readonly team?: string;
  readonly user?: string;
  readonly channel?: string;
  readonly eventId?: string;
  readonly prompt?: string;
  /** Every mistake, each on one line. Empty when the request can be answered. */
  readonly mistakes: readonly string[];
}

export const maximumPromptLength = 8000;

/** Ids only: names are personal data, and Amazon Bedrock rejects most characters in request metadata. */
const id = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

/**
 * Reads a request and finds every mistake in it. A mistake never repeats the value, only its kind and length: a prompt in the wrong
 * field must not reach a log through its own error message.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/cost-mgmt-request-metadata.html
 */
export function readRequest(event: unknown): ReadRequest {
  const mistakes: string[] = [];
  const request = fieldsOf(event, '', ['who', 'prompt', 'eventId'], mistakes);
  const who = request && fieldsOf(request.who, 'who', ['team', 'user', 'channel'], mistakes);
  const readId = (value: unknown, path: string, required = false): string | undefined => {
    if (value === undefined && !required) return undefined;
    if (typeof value === 'string' && id.test(value)) return value;
    const what = value === undefined ? 'is missing' : `is not an id, got ${kindOf(value)}`;
    mistakes.push(
      `${path}: ${what}; it is written to logs and cannot be a name or an address. Use 1 to 64 letters, digits and . _ : -, starting with a letter or a digit`,
    );
    return undefined;
  };
  return {
    user: who && readId(who.user, 'who.user', true),
    team: who && readId(who.team, 'who.team'),
    channel: who && readId(who.channel, 'who.channel'),
    eventId: request && readId(request.eventId, 'eventId'),
    prompt: request && readPrompt(request.prompt, mistakes),
    mistakes,
  };
}

function readPrompt(value: unknown, mistakes: string[]): string | undefined {
  const advice = `a prompt is what the model answers. Use 1 to ${maximumPromptLength} characters that are not all blank`;
  if (value === undefined) mistakes.push(`prompt: is missing; ${advice}`);
  else if (typeof value !== 'string') mistakes.push(`prompt: is not text, got ${kindOf(value)}; ${advice}`);
  else if (value.trim() === '') mistakes.push(`prompt: is blank, got ${kindOf(value)}; ${advice}`);
  else if (value.length > maximumPromptLength) mistakes.push(`prompt: is too long, got ${kindOf(value)}; ${advice}`);
  else return value;
  return undefined;
}

function fieldsOf(
  value: unknown,
  path: string,
  allowed: readonly string[],
  mistakes: string[],
): Readonly<Record<string, unknown>> | undefined {
  const place = path || '(event)';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const what = value === undefined ? 'is missing' : `is not an object, got ${kindOf(value)}`;
    mistakes.push(`${place}: ${what}; nobody could be answered. Give an object with ${allowed.join(', ')}`);
    return undefined;
  }
  const unknown = Object.keys(value).filter((key) => !allowed.includes(key));
  if (unknown.length > 0) {
    mistakes.push(
      `${place}: has ${unknown.length} unknown ${unknown.length === 1 ? 'field' : 'fields'}; a misspelt field would be ignored silently. Use ${allowed.join(', ')}`,
    );
  }
  return value as Readonly<Record<string, unknown>>;
}

/** The kind of a value and its size, never the value. */
function kindOf(value: unknown): string {
  if (typeof value === 'string') return `text of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return value === null ? 'null' : `a value of type ${typeof value}`;
}
