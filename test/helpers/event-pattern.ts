type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Judges an event by an EventBridge pattern: values, `anything-but`, `exists`, `suffix`, `$or`, and arrays in the event, of which
 * one element has to match all conditions. An operator it does not know is an error, not "no match".
 *
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function eventMatches(pattern: unknown, event: unknown): boolean {
  if (Array.isArray(event)) return event.some((element) => eventMatches(pattern, element));
  return Object.entries(pattern as Record<string, Json>).every(([key, wanted]) => {
    if (key === '$or') return (wanted as readonly Json[]).some((alternative) => eventMatches(alternative, event));
    const value = (event as Record<string, Json> | undefined)?.[key];
    if (Array.isArray(wanted)) return valuesOf(value).some((single) => wanted.some((one) => valueMatches(one, single)));
    return value !== undefined && eventMatches(wanted, value);
  });
}

function valuesOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as Json];
}

function valueMatches(wanted: Json, value: Json): boolean {
  if (wanted === null || typeof wanted !== 'object') return wanted === value;
  const [[operator, operand]] = Object.entries(wanted) as [[string, Json]];
  if (operator === 'anything-but') return !(operand as readonly Json[]).includes(value);
  if (operator === 'suffix') return typeof value === 'string' && value.endsWith(operand as string);
  // An absent value has no element to be judged, so only presence can be asked for here.
  if (operator === 'exists' && operand === true) return true;
  throw new Error(`unknown operator ${JSON.stringify(wanted)}`);
}
