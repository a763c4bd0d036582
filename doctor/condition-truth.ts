/** True, false, or not to be known from here. */
export type Truth = boolean | undefined;

export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/** One that is false decides; one that is not known leaves the rest in doubt. */
export function everyTruth(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

/** Whether a value matches one of several patterns with `*` and `?`. A pattern with a policy variable is not known to match. */
export function matchesAny(patterns: readonly string[], value: string): Truth {
  if (patterns.some((pattern) => !hasVariable(pattern) && matches(pattern, value))) return true;
  return patterns.some(hasVariable) ? undefined : false;
}

const hasVariable = (pattern: string) => pattern.includes('${');

function matches(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(value);
}

const operators: Readonly<Record<string, { readonly patterns: boolean; readonly negated: boolean }>> = {
  stringequals: { patterns: false, negated: false },
  stringlike: { patterns: true, negated: false },
  arnequals: { patterns: true, negated: false },
  arnlike: { patterns: true, negated: false },
  bool: { patterns: false, negated: false },
  stringnotequals: { patterns: false, negated: true },
  stringnotlike: { patterns: true, negated: true },
  arnnotequals: { patterns: true, negated: true },
  arnnotlike: { patterns: true, negated: true },
};

/**
 * The truth of one condition key. Operators and keys that are not known from here are not guessed.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionTruth(
  operator: string,
  key: string,
  values: readonly string[],
  context: Readonly<Record<string, string>>,
): Truth {
  const known = operators[operator.toLowerCase().replace(/ifexists$/, '')];
  const value = context[key.toLowerCase()];
  if (known === undefined || value === undefined) return undefined;
  const found = known.patterns ? matchesAny(values, value) : equalsAny(values, value);
  return known.negated ? not(found) : found;
}

function equalsAny(values: readonly string[], value: string): Truth {
  return values.includes(value) ? true : values.some(hasVariable) ? undefined : false;
}
