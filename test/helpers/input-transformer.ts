/**
 * What EventBridge makes of an event by an input transformer: a value that stands alone becomes JSON, a value inside a string is put in
 * as it is. A path the event does not have is an empty string, as EventBridge does it.
 *
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function transformed(
  { InputPathsMap, InputTemplate }: { InputPathsMap: Readonly<Record<string, string>>; InputTemplate: string },
  event: object,
): unknown {
  const values = new Map(Object.entries(InputPathsMap).map(([name, path]) => [name, valueAt(event, path)]));
  const alone = InputTemplate.replace(/(?<=[:[,])<([^<>]+)>(?=[,}\]])/g, (_, name) => JSON.stringify(values.get(name)));
  return JSON.parse(alone.replace(/<([\w-]+)>/g, (_, name) => String(values.get(name))));
}

function valueAt(event: unknown, path: string): unknown {
  const keys = path
    .replace('$.', '')
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.');
  const value = keys.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], event);
  return value ?? '';
}
