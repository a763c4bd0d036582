/**
 * Judges an event by a CloudWatch metric filter pattern over JSON: `$.path = value`, `!=`, `NOT EXISTS`, `&&`, `||`, brackets, `*` at
 * either end of a value. A comparison with a field the event does not have is false. Anything else is an error, not "no match".
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function metricFilterMatches(pattern: string, event: unknown): boolean {
  const tokens = pattern.match(/"[^"]*"|&&|\|\||!=|[{}()=]|[^\s{}()=!&|]+/g) ?? [];
  let next = 0;
  const peek = () => tokens[next];
  const take = (expected?: string): string => {
    const token = tokens[next++];
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new Error(`expected ${expected ?? 'more'}, found ${token ?? 'the end'} in ${pattern}`);
    }
    return token;
  };
  const disjunction = (): boolean => {
    let result = conjunction();
    while (peek() === '||') {
      take();
      const right = conjunction();
      result = result || right;
    }
    return result;
  };
  const conjunction = (): boolean => {
    let result = condition();
    while (peek() === '&&') {
      take();
      const right = condition();
      result = result && right;
    }
    return result;
  };
  const condition = (): boolean => {
    if (peek() === '(') {
      take('(');
      const result = disjunction();
      take(')');
      return result;
    }
    const value = valueAt(event, take());
    const operator = take();
    if (operator === 'NOT') {
      take('EXISTS');
      return value === undefined;
    }
    if (operator !== '=' && operator !== '!=') throw new Error(`unknown operator ${operator} in ${pattern}`);
    const wanted = take().replaceAll('"', '');
    if (value === undefined) return false;
    return matchesWildcard(String(value), wanted) === (operator === '=');
  };
  take('{');
  const result = disjunction();
  take('}');
  if (next !== tokens.length) throw new Error(`text after the end of ${pattern}`);
  return result;
}

function valueAt(event: unknown, path: string): unknown {
  if (!path.startsWith('$.')) throw new Error(`${path} is not a path`);
  return path
    .slice(2)
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], event);
}

function matchesWildcard(value: string, wanted: string): boolean {
  const escaped = wanted.replace(/[.+?^$(){}|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`).test(value);
}
