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

interface Operator {
  readonly compare: (values: readonly string[], value: string) => Truth;
  readonly negated: boolean;
}

const operators: Readonly<Record<string, Operator>> = {
  stringequals: { compare: equalsAny, negated: false },
  stringlike: { compare: matchesAny, negated: false },
  arnequals: { compare: matchesAnyArn, negated: false },
  arnlike: { compare: matchesAnyArn, negated: false },
  bool: { compare: equalsAny, negated: false },
  stringnotequals: { compare: equalsAny, negated: true },
  stringnotlike: { compare: matchesAny, negated: true },
  arnnotequals: { compare: matchesAnyArn, negated: true },
  arnnotlike: { compare: matchesAnyArn, negated: true },
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
  const found = known.compare(values, value);
  return known.negated ? not(found) : found;
}

function equalsAny(values: readonly string[], value: string): Truth {
  return values.includes(value) ? true : values.some(hasVariable) ? undefined : false;
}

/** In the operators for ARNs a wildcard stays within its part: there are six, and only the last may hold colons. */
function matchesAnyArn(patterns: readonly string[], value: string): Truth {
  const parts = partsOfArn(value);
  const truths = patterns.map((pattern) =>
    everyTruth(partsOfArn(pattern).map((part, index) => matchesAny([part], parts[index] ?? ''))),
  );
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

function partsOfArn(arn: string): readonly string[] {
  // A policy variable such as ${aws:PrincipalAccount} has a colon of its own.
  const parts = arn.split(/:(?![^${]*\})/);
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}
