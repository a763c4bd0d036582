import type { Statement, StringOrList } from '../../policies/policy';

export interface MatchedRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, StringOrList | undefined>>;
}

/** Whether a statement speaks of a request. Compiled once; an operator it does not know is an error. */
export function matcherOf(statement: Statement): (request: MatchedRequest) => boolean {
  const tests = [
    listTest(statement.Action, statement.NotAction, (request) => request.action, actionPattern),
    listTest(statement.Resource, statement.NotResource, (request) => request.resource, arnPattern),
    ...Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => conditionTest(operator, key, [values].flat())),
    ),
  ];
  return (request) => tests.every((test) => test(request));
}

type Test = (request: MatchedRequest) => boolean;
type Pattern = (text: string) => boolean;

function listTest(
  included: StringOrList | undefined,
  excluded: StringOrList | undefined,
  read: (request: MatchedRequest) => string,
  compile: (pattern: string) => Pattern,
): Test {
  const patterns = [included ?? excluded ?? []].flat().map(compile);
  return (request) => patterns.some((pattern) => pattern(read(request))) === (included !== undefined);
}

const glob = (pattern: string, flags = ''): Pattern => {
  if (!/[*?]/.test(pattern) && flags === '') return (text) => text === pattern;
  const literally = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${literally}$`, `s${flags}`);
  return (text) => expression.test(text);
};

const actionPattern = (pattern: string): Pattern => glob(pattern, 'i');

/** The parts of an ARN are compared one by one: a wildcard in one does not reach into the next. */
function arnPattern(pattern: string): Pattern {
  if (pattern === '*') return () => true;
  const parts = partsOf(pattern).map((part) => glob(part));
  return (text) => {
    const others = partsOf(text);
    return others.length === parts.length && parts.every((part, index) => part(others[index] as string));
  };
}

function partsOf(arn: string): readonly string[] {
  const [arnWord = '', partition = '', service = '', region = '', account = '', ...resource] = arn.split(':');
  return [arnWord, partition, service, region, account, resource.join(':')];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
function conditionTest(operator: string, key: string, values: readonly string[]): Test {
  const ifExists = operator.endsWith('IfExists');
  const plain = operator.replace(/IfExists$/, '');
  if (plain === 'Null') return ({ context }) => (context[key] === undefined) === (values[0] === 'true');
  const negated = plain.includes('Not');
  const [quantifier, comparison = quantifier] = plain.replace('Not', '').split(':');
  const compile = comparisons[comparison as string];
  if (compile === undefined) throw new Error(`${operator}: the matcher does not know this operator`);
  const patterns = values.map(compile);
  const matches = (value: string) => patterns.some((pattern) => pattern(value));
  if (quantifier === 'ForAnyValue') return ({ context }) => [context[key] ?? []].flat().some(matches);
  return ({ context }) => {
    const value = context[key];
    if (value === undefined) return negated || ifExists;
    return matches(String(value)) !== negated;
  };
}

const comparisons: Readonly<Record<string, (pattern: string) => Pattern>> = {
  StringEquals: (pattern) => (text) => text === pattern,
  StringLike: (pattern) => glob(pattern),
  ArnLike: arnPattern,
  Bool: (pattern) => (text) => text === pattern,
};
