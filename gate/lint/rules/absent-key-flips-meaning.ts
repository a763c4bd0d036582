import type { Text } from '../../../policies/policy';
import {
  type AbsentKey,
  keysAbsentWhenUnlimited,
  keysOfMembers,
  keysOfServiceCalls,
  keysOfTheNetwork,
} from '../absence';
import {
  type ConditionUnderLint,
  listed,
  member,
  type PolicyUnderLint,
  type StatementUnderLint,
} from '../policy-under-lint';
import type { Fault, PolicyRule, Severity } from '../rule';
import { isGlobalKey } from '../service-reference';
import {
  asksForAbsence,
  asksForPresence,
  conditionsOn,
  denies,
  isNegated,
  namedActions,
  siblingsOf,
} from '../statement-logic';

const text = {
  what: (key: string, operator: string): Text => ({
    en: `A request without ${key} turns ${operator} into its opposite.`,
    ja: `${key} のないリクエストでは、${operator} の意味が逆転します。`,
  }),
  all: {
    en: 'ForAllValues holds when there is no value to test: the statement also applies to requests without the key.',
    ja: 'ForAllValues は調べる値が一つもなければ成り立つため、このキーのないリクエストにも適用されます。',
  },
  single: {
    en: 'ForAllValues is for keys with several values, which this one is not; and it holds for every request without the key.',
    ja: 'ForAllValues は複数の値を持つキーのためのもので、このキーは該当しません。しかもキーのないリクエストすべてで成り立ちます。',
  },
  passes: ({ missing }: AbsentKey): Text => ({
    en: `${missing.en} The denial does not fire for them.`,
    ja: `${missing.ja}そのため拒否が働きません。`,
  }),
  fires: ({ missing }: AbsentKey): Text => ({
    en: `${missing.en} The denial fires for them; IfExists does not change that for a negated operator.`,
    ja: `${missing.ja}そのため拒否されます。否定の演算子では IfExists を付けても変わりません。`,
  }),
  allows: ({ missing }: AbsentKey): Text => ({
    en: `${missing.en} IfExists lets them through.`,
    ja: `${missing.ja}IfExists があるため、それらも許可されます。`,
  }),
  unlimited: {
    en: 'A request that does not state the number comes without the key, and whatever the service does then is not denied.',
    ja: '数値を指定しないリクエストにはこのキーが付かないため、その場合のサービスの動作は拒否されません。',
  },
  presence: (key: string): Text => ({
    en: `Add "Null": {"${key}": "false"}, or use an operator without ForAllValues.`,
    ja: `"Null": {"${key}": "false"} を加えるか、ForAllValues のない演算子を使ってください。`,
  }),
  ifExists: (operator: string): Text => ({
    en: `Write ${operator}IfExists, so that a missing key is denied too.`,
    ja: `${operator}IfExists と書き、キーがない場合も拒否されるようにしてください。`,
  }),
  withoutIfExists: { en: 'Write the operator without IfExists.', ja: 'IfExists のない演算子を使ってください。' },
  serviceCalls: (key: string): Text => ({
    en: `Add "Null": {"${key}": "false"} and "Bool": {"aws:PrincipalIsAWSService": "true"}.`,
    ja: `"Null": {"${key}": "false"} と "Bool": {"aws:PrincipalIsAWSService": "true"} を加えてください。`,
  }),
  members: {
    en: 'Add "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}.',
    ja: '"BoolIfExists": {"aws:PrincipalIsAWSService": "false"} を加えてください。',
  },
  network: {
    en: 'Add "BoolIfExists": {"aws:ViaAWSService": "false"}, and for resources aws:PrincipalIsAWSService as well.',
    ja: '"BoolIfExists": {"aws:ViaAWSService": "false"} を加え、リソース側のポリシーでは aws:PrincipalIsAWSService も加えてください。',
  },
};

/**
 * A condition on a key that is missing is not false: it depends on the operator. Reported where requests without the key
 * are known and the outcome is the opposite of what the statement is for. `Null` with `false` ends the doubt.
 *
 * A denial unless a key proves something (`StringNotEquals` on a key of the service) denies without the key as well, which
 * is what it is for; that is not reported.
 */
export const absentKeyFlipsMeaning: PolicyRule = {
  id: 'absent-key-flips-meaning',
  title: {
    en: 'A missing key does not turn a condition into its opposite',
    ja: 'キーがなくても条件の意味が逆転しない',
  },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  *judge(policy) {
    for (const statement of policy.statements) {
      for (const condition of statement.conditions) {
        // A key that does not exist is another rule's finding, which says what its absence does.
        const exists = policy.reference.typeOfKey(condition.key.text) !== undefined;
        if (!exists || typeof condition.operator !== 'object') continue;
        if (asksForPresence(statement, condition.key.text)) continue;
        const flip = flipOf(condition, statement, policy);
        if (flip === undefined) continue;
        const what = text.what(condition.key.text, condition.operatorText.text);
        yield { at: condition.key.at, statement, what, ...flip };
      }
    }
  },
};

type Flip = Pick<Fault, 'severity' | 'why' | 'fix'>;

function flipOf(
  condition: ConditionUnderLint,
  statement: StatementUnderLint,
  policy: PolicyUnderLint,
): Flip | undefined {
  const deny = statement.effect === 'Deny';
  if (condition.set === 'ForAllValues') return flipOfForAllValues(condition, deny, policy);
  if (condition.set !== undefined) return undefined;
  if (deny)
    return isNegated(condition)
      ? firesWithoutKey(condition, statement, policy)
      : passesWithoutKey(condition, statement, policy);
  const absent = keysAbsentWhenUnlimited.get(condition.key.text.toLowerCase());
  if (absent === undefined || !condition.ifExists || isNegated(condition)) return undefined;
  return { severity: 'error', why: text.allows(absent), fix: text.withoutIfExists };
}

function flipOfForAllValues(
  { key }: ConditionUnderLint,
  deny: boolean,
  { reference }: PolicyUnderLint,
): Flip | undefined {
  const several = reference.typeOfKey(key.text)?.startsWith('ArrayOf') === true;
  // An allowance of tags is meant to cover calls without any tag; AWS's own examples are written so.
  if (several && !deny && key.text.toLowerCase() === 'aws:tagkeys') return undefined;
  const severity: Severity = several || !deny ? 'warning' : 'error';
  return { severity, why: several ? text.all : text.single, fix: text.presence(key.text) };
}

/** `NumericGreaterThan` and its like, and `Bool` with `false`, say nothing of a request without the key. */
function passesWithoutKey(
  condition: ConditionUnderLint,
  statement: StatementUnderLint,
  policy: PolicyUnderLint,
): Flip | undefined {
  const { operator, operatorText, key, values, ifExists } = condition;
  if (ifExists || typeof operator !== 'object' || isAbsenceDenied(statement, key.text, policy)) return undefined;
  const fix = text.ifExists(operatorText.text);
  const upperBound = operator.name.startsWith('NumericGreaterThan');
  const asksForNo = operator.name === 'Bool' && values.some(({ text: value }) => value.toLowerCase() === 'false');
  const absent = keysAbsentWhenUnlimited.get(key.text.toLowerCase());
  if (absent !== undefined && (upperBound || asksForNo)) return { severity: 'error', why: text.passes(absent), fix };
  if (!upperBound || isGlobalKey(key.text)) return undefined;
  return { severity: 'warning', why: text.unlimited, fix };
}

/** Whether a sibling denies the same calls when the key is missing. */
function isAbsenceDenied(statement: StatementUnderLint, key: string, policy: PolicyUnderLint): boolean {
  const { actions } = namedActions(statement, policy.reference);
  return siblingsOf(statement, policy).some(
    (sibling) => conditionsOn(sibling, key).some(asksForAbsence) && actions.every(({ name }) => denies(sibling, name)),
  );
}

/** Keys whose absence has nothing to do with what the denial is for. */
function firesWithoutKey(
  { key }: ConditionUnderLint,
  statement: StatementUnderLint,
  { kind }: PolicyUnderLint,
): Flip | undefined {
  const name = key.text.toLowerCase();
  const speaksOfServices = conditionsOn(statement, 'aws:PrincipalIsAWSService', 'aws:PrincipalServiceName').length > 0;
  if (speaksOfServices) return undefined;
  const call = keysOfServiceCalls.get(name);
  if (
    call !== undefined &&
    !asksForPresence(statement, ...keysOfServiceCalls.keys()) &&
    !meansServicesOnly(statement)
  ) {
    return { severity: 'error', why: text.fires(call), fix: text.serviceCalls(key.text) };
  }
  const of = keysOfMembers.get(name);
  if (of !== undefined && (kind === 'rcp' || kind === 'resource')) {
    return { severity: kind === 'rcp' ? 'error' : 'warning', why: text.fires(of), fix: text.members };
  }
  const network = keysOfTheNetwork.get(name);
  if (network === undefined || conditionsOn(statement, 'aws:ViaAWSService', 'aws:CalledVia').length > 0)
    return undefined;
  return { severity: 'warning', why: text.fires(network), fix: text.network };
}

function meansServicesOnly({ node }: StatementUnderLint): boolean {
  const principal = member(node, 'Principal');
  return (
    principal?.kind === 'object' &&
    principal.members.every(({ name, value }) => name.text === 'Service' && listed(value).length > 0)
  );
}
