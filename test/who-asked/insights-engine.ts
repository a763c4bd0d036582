/** An event of a log: when, and what was written. */
export interface LogEvent {
  readonly timestamp: number;
  /** Undefined for a line that is no JSON. */
  readonly fields?: object;
  readonly message: string;
}

type Answer = readonly { readonly field: string; readonly value: string }[];

/** Thrown for every query that is not one of those the command asks: the test would otherwise prove nothing. */
export class NotUnderstood extends Error {}

export interface QueryInput {
  readonly queryString: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly limit: number;
}

const isoLike = (timestamp: number) => new Date(timestamp).toISOString().replace('T', ' ').replace('Z', '');
const paths = new Map<string, readonly string[]>();
const at = (fields: unknown, path: string): unknown => {
  const names = paths.get(path) ?? path.split('.');
  paths.set(path, names);
  return names.reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined | null)?.[name], fields);
};
const isPresent = (fields: unknown, path: string) => (at(fields, path) ?? undefined) !== undefined;

/**
 * Evaluates, as CloudWatch Logs Insights would, exactly the language the command uses, and throws on everything else.
 *
 * @param events oldest first
 * @param masked what the data protection policy of the log group shows of a message
 */
export function evaluate(
  events: readonly LogEvent[],
  input: QueryInput,
  masked: (message: string) => string,
): Answer[] {
  let found = between(events, input.startTime * 1000, input.endTime * 1000);
  let answers: Answer[] | undefined;
  for (const command of input.queryString.split('\n| ')) {
    const filter = /^filter (.*)$/.exec(command);
    const fields = /^fields (.*)$/.exec(command);
    if (filter) {
      const conditions = (filter[1] as string).split(' and ').map(conditionOf);
      found = found.filter((event) => conditions.every((holds) => holds(event)));
    } else if (fields) {
      const columns = (fields[1] as string).split(', ').map((column) => columnOf(column, masked));
      answers = found
        .toReversed()
        .slice(0, input.limit)
        .map((event) => columns.flatMap((column) => column(event)));
    } else if (command === 'sort @timestamp desc' || command === 'sort calls desc') {
      if (!answers) throw new NotUnderstood('sorts what is not there');
    } else if (
      command ===
      'stats count() as calls, min(@timestamp) as earliest, max(@timestamp) as latest by identity.arn, modelId'
    ) {
      answers = counted(found).slice(0, input.limit);
    } else throw new NotUnderstood(command);
  }
  if (!answers) throw new NotUnderstood(input.queryString);
  return answers;
}

/** Both ends included, as StartQuery says, to the millisecond. */
function between(events: readonly LogEvent[], from: number, to: number): readonly LogEvent[] {
  const firstAt = (instant: number) => {
    let [low, high] = [0, events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((events[middle] as LogEvent).timestamp < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return events.slice(firstAt(from), firstAt(to + 1));
}

function conditionOf(text: string): (event: LogEvent) => boolean {
  const [, operator, instant] = /^toMillis\(@timestamp\) (>=|<) (\d+)$/.exec(text) ?? [];
  if (operator === '>=') return ({ timestamp }) => timestamp >= Number(instant);
  if (operator === '<') return ({ timestamp }) => timestamp < Number(instant);
  const [, field, list] = /^([\w.]+) in \[("[\w.:/-]+"(?:, "[\w.:/-]+")*)\]$/.exec(text) ?? [];
  if (field && list) {
    const values = new Set<unknown>(JSON.parse(`[${list}]`));
    return ({ fields }) => values.has(at(fields, field));
  }
  const [, not, present] = /^(not )?ispresent\(([\w.]+)\)$/.exec(text) ?? [];
  if (present) return ({ fields }) => isPresent(fields, present) === (not === undefined);
  throw new NotUnderstood(text);
}

function columnOf(column: string, masked: (message: string) => string): (event: LogEvent) => Answer {
  if (column === '@timestamp') return ({ timestamp }) => [{ field: column, value: isoLike(timestamp) }];
  if (column === '@message') return ({ message }) => [{ field: column, value: masked(message) }];
  if (column === 'unmask(@message) as original') return ({ message }) => [{ field: 'original', value: message }];
  if (column !== 'requestId') throw new NotUnderstood(column);
  return ({ fields }) => (isPresent(fields, column) ? [{ field: column, value: String(at(fields, column)) }] : []);
}

function counted(events: readonly LogEvent[]): Answer[] {
  const groups = new Map<string, LogEvent[]>();
  for (const event of events) {
    const key = JSON.stringify([at(event.fields, 'identity.arn'), at(event.fields, 'modelId')]);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map((group) => [
      ...['identity.arn', 'modelId'].flatMap((field) =>
        isPresent(group[0]?.fields, field) ? [{ field, value: String(at(group[0]?.fields, field)) }] : [],
      ),
      { field: 'calls', value: String(group.length) },
      { field: 'earliest', value: String(group[0]?.timestamp) },
      { field: 'latest', value: String(group.at(-1)?.timestamp) },
    ]);
}
