import type { Problems } from '../problem';

/** A JSON object, or undefined: arrays and null are none. */
export function asObject(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Record<string, unknown>;
}

/** An element that takes one text or a list of texts; reports everything else. */
export function readTexts(value: unknown, path: string, problems: Problems): { text: string; path: string }[] {
  const remedy = 'Write one text, or a list of at least one text.';
  if (typeof value === 'string') return [{ text: value, path }];
  if (!Array.isArray(value) || value.length === 0) {
    problems.add(path, value, 'Neither a text nor a list of texts.', remedy);
    return [];
  }
  return value.flatMap((item: unknown, index) => {
    if (typeof item === 'string') return [{ text: item, path: `${path}[${index}]` }];
    problems.add(`${path}[${index}]`, item, 'Not a text.', remedy);
    return [];
  });
}
