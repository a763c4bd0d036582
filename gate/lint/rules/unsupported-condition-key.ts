import type { Text } from '../../../policies/policy';
import type { ConditionUnderLint, PolicyUnderLint, StatementUnderLint } from '../policy-under-lint';
import type { Fault, PolicyRule } from '../rule';
import { type ActionFacts, setsKey } from '../service-reference';
import { holdsWithoutKey, isWritten, namedActions, shortList } from '../statement-logic';

const text = {
  none: (key: string): Text => ({
    en: `No action of this statement ever has the condition key ${key}.`,
    ja: `このステートメントのどのアクションにも、条件キー ${key} は付きません。`,
  }),
  some: (key: string, actions: readonly string[]): Text => ({
    en: `The condition key ${key} is never set for ${shortList(actions).en}.`,
    ja: `条件キー ${key} は ${shortList(actions).ja} では設定されません。`,
  }),
  deniesAlways: {
    en: 'A missing key makes the condition hold, and no other condition is left: these calls are always denied.',
    ja: 'キーがないと条件が成り立ち、ほかに条件も残らないため、これらの呼び出しは常に拒否されます。',
  },
  deniesNever: {
    en: 'A missing key makes the condition fail: these calls are never denied.',
    ja: 'キーがないと条件が成り立たないため、これらの呼び出しは拒否されません。',
  },
  allowsNever: {
    en: 'A missing key makes the condition fail: these calls are never allowed.',
    ja: 'キーがないと条件が成り立たないため、これらの呼び出しは許可されません。',
  },
  limitsNothing: {
    en: 'A missing key makes the condition hold: it limits nothing here.',
    ja: 'キーがないと条件が成り立つため、ここでは何も制限されません。',
  },
  fix: {
    en: 'Move these actions to a statement of their own without the key, or use a key that they set.',
    ja: 'これらのアクションをこのキーを使わない別のステートメントに移すか、設定されるキーを使ってください。',
  },
  replace: {
    en: 'Use a key that these actions set; the service authorization reference lists them per action.',
    ja: 'これらのアクションで設定されるキーを使ってください。アクションごとのキーはサービス認可リファレンスにあります。',
  },
};

/**
 * AWS sets a service's condition key for some of its actions only. For the others the condition is decided by the absence.
 * A negated key next to other conditions is an exemption, and may well not be open to every action.
 */
export const unsupportedConditionKey: PolicyRule = {
  id: 'unsupported-condition-key',
  title: {
    en: 'The actions of a statement set the keys of its conditions',
    ja: '条件キーは、そのステートメントのアクションで設定される',
  },
  severity: 'error',
  reference:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  *judge(policy) {
    for (const statement of policy.statements) {
      const { actions, open } = namedActions(statement, policy.reference);
      if (open || actions.length === 0) continue;
      const seen = new Set<string>();
      for (const condition of statement.conditions) {
        const key = condition.key.text.toLowerCase();
        if (seen.has(key) || condition.operator === undefined) continue;
        seen.add(key);
        const fault = judgeKey(condition, statement, actions, policy);
        if (fault !== undefined) yield { ...fault, statement };
      }
    }
  },
};

function judgeKey(
  condition: ConditionUnderLint,
  statement: StatementUnderLint,
  actions: readonly ActionFacts[],
  { reference }: PolicyUnderLint,
): Fault | undefined {
  const { text: key, at } = condition.key;
  if (reference.typeOfKey(key) === undefined || !reference.isSetSomewhere(key)) return undefined;
  const without = actions.filter((action) => !setsKey(action, key));
  if (without.length === 0) return undefined;
  const deny = statement.effect === 'Deny';
  if (without.length === actions.length) {
    const why = holdsWithoutKey(condition)
      ? statement.conditions.length === 1 && deny
        ? text.deniesAlways
        : text.limitsNothing
      : deny
        ? text.deniesNever
        : text.allowsNever;
    // Services take tags at creation before the reference says so.
    const severity = key.toLowerCase().startsWith('aws:') ? 'warning' : 'error';
    return { at, severity, what: text.none(key), why, fix: text.replace };
  }
  const always = without.filter((action) => isUnconditional(statement, action));
  if (deny && always.length > 0) {
    return { at, what: text.some(key, names(always)), why: text.deniesAlways, fix: text.fix };
  }
  const written = without.filter((action) => isWritten(statement, action.name));
  if (written.length === 0) return undefined;
  const what = text.some(key, names(written));
  if (holdsWithoutKey(condition)) {
    return deny ? undefined : { at, severity: 'warning', what, why: text.limitsNothing, fix: text.fix };
  }
  return { at, severity: 'warning', what, why: deny ? text.deniesNever : text.allowsNever, fix: text.fix };
}

/** Whether every condition of the statement asks for a key the action never has, and holds for that. */
function isUnconditional(statement: StatementUnderLint, action: ActionFacts): boolean {
  return statement.conditions.every((condition) => !setsKey(action, condition.key.text) && holdsWithoutKey(condition));
}

function names(actions: readonly ActionFacts[]): readonly string[] {
  return actions.map(({ name }) => name);
}
