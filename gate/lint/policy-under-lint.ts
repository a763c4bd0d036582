import type { ConditionOperator } from '../../evaluator/conditions/operator';
import { CONDITION_OPERATORS } from '../../evaluator/conditions/operators';
import type { JsonNode, JsonObject, JsonText, Place } from './json-reader';
import type { LintKind } from './lint-kinds';
import type { ServiceReference } from './service-reference';

/** A text of the policy and where it stands. */
export interface TextAt {
  readonly text: string;
  readonly at: Place;
}

/** A policy as the rules read it: what is not of the right type is left out here, and reported by a rule of its own. */
export interface PolicyUnderLint {
  readonly kind: LintKind;
  /** What AWS stores, white space included. */
  readonly text: string;
  readonly root: JsonObject;
  /** `${…}` are policy variables. */
  readonly variables: boolean;
  readonly statements: readonly StatementUnderLint[];
  readonly reference: ServiceReference;
}

export interface StatementUnderLint {
  readonly index: number;
  readonly node: JsonObject;
  readonly sid: TextAt | undefined;
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly actions: readonly TextAt[];
  /** The actions stand in `NotAction`. */
  readonly exceptActions: boolean;
  readonly resources: readonly TextAt[];
  /** The resources stand in `NotResource`. */
  readonly exceptResources: boolean;
  readonly conditions: readonly ConditionUnderLint[];
}

/** One key of one operator of a statement's `Condition`. */
export interface ConditionUnderLint {
  /** As written: `ForAllValues:StringLikeIfExists`. */
  readonly operatorText: TextAt;
  /** Undefined when it does not exist. */
  readonly operator: ConditionOperator | 'Null' | undefined;
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly ifExists: boolean;
  /** As written; names of keys ignore case. */
  readonly key: TextAt;
  readonly values: readonly TextAt[];
}

const OPERATOR = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/s;

/** The view of a document that has the form of a policy. */
export function policyUnderLint(
  root: JsonObject,
  { kind, text, reference }: Pick<PolicyUnderLint, 'kind' | 'text' | 'reference'>,
): PolicyUnderLint {
  const version = member(root, 'Version');
  return {
    kind,
    text,
    root,
    variables: version?.kind === 'text' && version.text === '2012-10-17',
    statements: statementsOf(root),
    reference,
  };
}

/** Whether the document is a statement that nobody put into a policy. */
export function isLoneStatement(root: JsonObject): boolean {
  return member(root, 'Statement') === undefined && member(root, 'Effect') !== undefined;
}

/** The statements of a document; one alone may stand without a list around it. */
export function statementsOf(root: JsonObject): StatementUnderLint[] {
  if (isLoneStatement(root)) return [statementUnderLint(root, 0)];
  return listed(member(root, 'Statement')).flatMap((node, index) =>
    node.kind === 'object' ? [statementUnderLint(node, index)] : [],
  );
}

function statementUnderLint(node: JsonObject, index: number): StatementUnderLint {
  const effect = member(node, 'Effect');
  const sid = member(node, 'Sid');
  const effectText = effect?.kind === 'text' ? effect.text : undefined;
  const exceptActions = member(node, 'Action') === undefined && member(node, 'NotAction') !== undefined;
  const exceptResources = member(node, 'Resource') === undefined && member(node, 'NotResource') !== undefined;
  return {
    index,
    node,
    sid: sid?.kind === 'text' ? { text: sid.text, at: sid } : undefined,
    effect: effectText === 'Allow' || effectText === 'Deny' ? effectText : undefined,
    actions: textsOf(member(node, exceptActions ? 'NotAction' : 'Action')),
    exceptActions,
    resources: textsOf(member(node, exceptResources ? 'NotResource' : 'Resource')),
    exceptResources,
    conditions: conditionsOf(member(node, 'Condition')),
  };
}

function conditionsOf(node: JsonNode | undefined): ConditionUnderLint[] {
  if (node?.kind !== 'object') return [];
  return node.members.flatMap(({ name, value }) => {
    if (value.kind !== 'object') return [];
    const [, set, bare = '', ifExists] = OPERATOR.exec(name.text) ?? [];
    const head = {
      operatorText: textAt(name),
      operator: bare === 'Null' ? ('Null' as const) : CONDITION_OPERATORS.get(bare),
      set: set === 'ForAllValues' || set === 'ForAnyValue' ? set : undefined,
      ifExists: ifExists !== undefined,
    } satisfies Partial<ConditionUnderLint>;
    return value.members.map((entry) => ({
      ...head,
      key: textAt(entry.name),
      values: listed(entry.value).flatMap((item) =>
        item.kind === 'text' || item.kind === 'literal' ? [{ text: item.text, at: item }] : [],
      ),
    }));
  });
}

/** The value of a name; the last one where it is repeated, as JSON parsers have it. */
export function member(node: JsonObject, name: string): JsonNode | undefined {
  return node.members.findLast((candidate) => candidate.name.text === name)?.value;
}

/** The name itself, for a fault that points at it. */
export function memberName(node: JsonObject, name: string): JsonText | undefined {
  return node.members.findLast((candidate) => candidate.name.text === name)?.name;
}

/** The items of a list, or the one value that may stand in its place. */
export function listed(node: JsonNode | undefined): readonly JsonNode[] {
  if (node === undefined) return [];
  return node.kind === 'array' ? node.items : [node];
}

function textsOf(node: JsonNode | undefined): TextAt[] {
  return listed(node).flatMap((item) => (item.kind === 'text' ? [{ text: item.text, at: item }] : []));
}

function textAt(node: JsonText): TextAt {
  return { text: node.text, at: node };
}
