/**
 * Condition keys from `key=value` pairs: a key that comes twice has two values, and one without a value is absent. Keys that differ
 * in case only are one key.
 */
export function readContext(pairs: readonly string[], mistakes: string[]): Readonly<Record<string, readonly string[]>> {
  const context = new Map<string, { readonly key: string; readonly values: string[] }>();
  for (const pair of pairs) {
    const [, key, value] = /^([^\s:=]+:[^=]+)=(.*)$/s.exec(pair) ?? [];
    if (key === undefined || value === undefined) {
      mistakes.push(
        `--context ${pair}: not a condition key with a value. Write aws:RequestedRegion=us-east-1, or aws:SourceVpc= for a key that is absent`,
      );
      continue;
    }
    const entry = context.get(key.toLowerCase()) ?? { key, values: [] };
    if (value !== '') entry.values.push(value);
    context.set(key.toLowerCase(), entry);
  }
  return Object.fromEntries([...context.values()].map(({ key, values }) => [key, values]));
}
