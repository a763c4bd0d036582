import type { Text } from '../../policies/policy';
import type { JsonObject } from './json-reader';
import type { LintKind } from './lint-kinds';
import { listed, member, type StatementUnderLint, statementsOf } from './policy-under-lint';

/** What a policy is taken for, and why, in words that follow "assumed:". */
export interface AssumedKind {
  readonly kind: LintKind;
  readonly because: Text;
}

/** Words in the name of a file or folder, and the kind they mean. A policy of a resource is known by its principals. */
const NAMES: readonly (readonly [RegExp, LintKind])[] = [
  [/(?:^|[^a-z])scps?(?:[^a-z]|$)|service[-_ ]?control/gi, 'scp'],
  [/(?:^|[^a-z])rcps?(?:[^a-z]|$)|resource[-_ ]?control/gi, 'rcp'],
  [
    /[._-]identity\.json$|identity[-_ ](?:based[-_ ])?polic|permissions?[-_ ](?:boundary|boundaries|sets?)/gi,
    'identity',
  ],
];

/**
 * The kind of a policy nobody named: what its path says, the part nearest to the file first; else what its elements say.
 * Only a policy of a resource has principals; only control policies consist of denials.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policy-types
 */
export function assumeKind(file: string, root: JsonObject): AssumedKind {
  return kindByName(file) ?? kindByElements(statementsOf(root));
}

function kindByName(file: string): AssumedKind | undefined {
  const found = NAMES.flatMap(([words, kind]) => {
    const last = [...file.matchAll(words)].at(-1);
    return last === undefined ? [] : [{ kind, at: last.index }];
  });
  const nearest = found.sort((a, b) => b.at - a.at)[0];
  if (nearest === undefined) return undefined;
  return { kind: nearest.kind, because: { en: 'its name says so', ja: '名前から判断' } };
}

function kindByElements(statements: readonly StatementUnderLint[]): AssumedKind {
  const denyOnly = statements.length > 0 && statements.every(({ effect }) => effect === 'Deny');
  if (statements.some(({ node }) => ['Principal', 'NotPrincipal'].some((name) => member(node, name) !== undefined))) {
    if (denyOnly && statements.every(speaksOfEveryResource)) {
      const en = 'it denies everybody something on every resource';
      return { kind: 'rcp', because: { en, ja: 'すべてのリソースについて全員に対する拒否だけを書いている' } };
    }
    return { kind: 'resource', because: { en: 'it has a Principal', ja: 'Principal がある' } };
  }
  if (denyOnly) {
    const because = { en: 'it only denies and has no Principal', ja: '拒否だけを書いており、Principal がない' };
    return { kind: 'scp', because };
  }
  return {
    kind: 'identity',
    because: { en: 'it allows and has no Principal', ja: '許可を書いており、Principal がない' },
  };
}

function speaksOfEveryResource({ node, resources, exceptResources }: StatementUnderLint): boolean {
  const everybody = listed(member(node, 'Principal')).some((item) => item.kind === 'text' && item.text === '*');
  return everybody && (exceptResources || resources.every(({ text }) => text === '*'));
}
