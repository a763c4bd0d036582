import type { Text } from '../../../policies/policy';
import { type ConditionUnderLint, member, type PolicyUnderLint, type StatementUnderLint } from '../policy-under-lint';
import type { PolicyRule } from '../rule';
import { globOf } from '../service-reference';
import {
  isEveryAction,
  isNegated,
  isWritten,
  namedActions,
  nameOf,
  shortList,
  siblingsOf,
  speaksOf,
} from '../statement-logic';

const text = {
  what: (key: string, other: string): Text => ({
    en: `The exemption by ${key} never applies: ${other} denies the same without it.`,
    ja: `${key} による例外は決して適用されません。${other} が例外なしで同じ操作を拒否しています。`,
  }),
  part: (key: string, other: string, actions: readonly string[]): Text => ({
    en: `The exemption by ${key} does not apply to ${shortList(actions).en}: ${other} denies it without exemption.`,
    ja: `${key} による例外は ${shortList(actions).ja} には適用されません。${other} が例外なしで拒否しています。`,
  }),
  why: {
    en: 'A denial wins wherever it stands: whoever is exempt in one statement is denied by the other.',
    ja: '拒否はどこに書いてあっても優先されるため、一方で除外された対象者も他方で拒否されます。',
  },
  fix: (other: string): Text => ({
    en: `Remove ${other}, or give it the same exemption. Two examples in one file are two policies.`,
    ja: `${other} を削除するか、同じ例外を加えてください。一つのファイルに二つの例があるなら、ポリシーを分けてください。`,
  }),
};

/**
 * An exemption is a negated condition of a denial. It is dead when another denial of the same policy covers the same
 * actions and resources and asks for nothing that the first one does not ask for as well.
 */
export const exemptionNeverApplies: PolicyRule = {
  id: 'exemption-never-applies',
  title: { en: 'Every exemption can apply', ja: '例外はすべて適用されうる' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  *judge(policy) {
    for (const statement of policy.statements) {
      if (statement.effect !== 'Deny') continue;
      for (const sibling of siblingsOf(statement, policy)) {
        const exemption = lostExemption(statement, sibling);
        const lost = exemption === undefined ? undefined : lostActions(statement, sibling, policy);
        if (exemption === undefined || lost === undefined) continue;
        const { text: key, at } = exemption.key;
        const other = nameOf(sibling);
        const [severity, what] =
          lost === 'all'
            ? (['error', text.what(key, other)] as const)
            : (['warning', text.part(key, other, lost)] as const);
        yield { at, statement, severity, what, why: text.why, fix: text.fix(other) };
        break;
      }
    }
  },
};

/** The exemption of a statement that the sibling does not know, provided the sibling is at least as wide otherwise. */
function lostExemption(statement: StatementUnderLint, sibling: StatementUnderLint): ConditionUnderLint | undefined {
  if (sibling.effect !== 'Deny' || !coversResources(sibling, statement)) return undefined;
  if (!samePrincipal(sibling, statement)) return undefined;
  const own = statement.conditions.map(fingerprint);
  if (!sibling.conditions.every((condition) => own.includes(fingerprint(condition)))) return undefined;
  const others = sibling.conditions.map(fingerprint);
  return statement.conditions.find((condition) => isNegated(condition) && !others.includes(fingerprint(condition)));
}

/**
 * The actions of a statement that the sibling denies too; undefined when there are none. A sibling that denies a few of the
 * actions a pattern matches is meant to be stricter, so only actions that are written out count unless all are lost.
 */
function lostActions(
  statement: StatementUnderLint,
  sibling: StatementUnderLint,
  { reference }: PolicyUnderLint,
): 'all' | readonly string[] | undefined {
  if (!sibling.exceptActions && sibling.actions.some(({ text: action }) => isEveryAction(action))) return 'all';
  const { actions, open } = namedActions(statement, reference);
  if (open) return undefined;
  const lost = actions.filter(({ name }) => speaksOf(sibling, name)).map(({ name }) => name);
  if (lost.length === actions.length) return lost.length === 0 ? undefined : 'all';
  const written = lost.filter((name) => isWritten(statement, name));
  return written.length === 0 ? undefined : written;
}

function coversResources(outer: StatementUnderLint, inner: StatementUnderLint): boolean {
  if (outer.exceptResources !== inner.exceptResources) {
    return !outer.exceptResources && outer.resources.some(({ text: resource }) => resource === '*');
  }
  const [wide, narrow] = outer.exceptResources ? [inner, outer] : [outer, inner];
  const patterns = wide.resources.map(({ text: resource }) => globOf(resource));
  return narrow.resources.every(({ text: resource }) =>
    patterns.some((pattern) => pattern.matches(resource.toLowerCase())),
  );
}

function samePrincipal(one: StatementUnderLint, other: StatementUnderLint): boolean {
  return ['Principal', 'NotPrincipal'].every(
    (name) => shape(member(one.node, name)) === shape(member(other.node, name)),
  );
}

function shape(node: ReturnType<typeof member>): string {
  if (node === undefined) return '';
  if (node.kind === 'object')
    return node.members
      .map(({ name, value }) => `${name.text}=${shape(value)}`)
      .sort()
      .join(';');
  return node.kind === 'array' ? node.items.map(shape).sort().join(',') : node.text;
}

function fingerprint({ operatorText, key, values }: ConditionUnderLint): string {
  const sorted = values.map(({ text: value }) => value).sort();
  return JSON.stringify([operatorText.text, key.text.toLowerCase(), sorted]);
}
