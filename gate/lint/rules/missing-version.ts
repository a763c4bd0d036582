import type { Text } from '../../../policies/policy';
import { grammarOf } from '../grammar';
import { isLoneStatement, member, memberName } from '../policy-under-lint';
import type { PolicyRule } from '../rule';

const current = '2012-10-17';
const first = '2008-10-17';

const text = {
  missing: { en: 'The policy has no Version.', ja: 'ポリシーに Version がありません。' },
  wrong: (version: string): Text => ({
    en: `${version} is no version of the policy language.`,
    ja: `${version} はポリシー言語のバージョンではありません。`,
  }),
  old: (version: string): Text => ({
    en: `${version} is the first version of the policy language.`,
    ja: `${version} はポリシー言語の最初のバージョンです。`,
  }),
  refused: {
    en: 'AWS refuses this kind of policy without the current version.',
    ja: 'この種類のポリシーは、現行のバージョンでなければ AWS に拒否されます。',
  },
  variables: {
    en: `The first version is assumed, in which \${…} is plain text and not a policy variable.`,
    ja: `最初のバージョンとして扱われ、\${…} はポリシー変数ではなくただの文字列になります。`,
  },
  fix: { en: `Write "Version": "${current}".`, ja: `"Version": "${current}" と書いてください。` },
};

/** The version decides whether policy variables exist; it is no date of the author's. */
export const missingVersion: PolicyRule = {
  id: 'missing-version',
  title: {
    en: 'The policy names the current version of the language',
    ja: 'ポリシー言語の現行バージョンが指定されている',
  },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  *judge({ root, kind }) {
    const version = member(root, 'Version');
    if (isLoneStatement(root) || (version?.kind === 'text' && version.text === current)) return;
    const strict = grammarOf(kind).currentVersion;
    const severity = strict ? 'error' : 'warning';
    const why = strict ? text.refused : text.variables;
    if (version === undefined) {
      yield { at: root, severity, what: text.missing, why, fix: text.fix };
      return;
    }
    const at = memberName(root, 'Version') ?? version;
    const written = version.kind === 'text' || version.kind === 'literal' ? JSON.stringify(version.text) : version.kind;
    if (version.kind === 'text' && version.text === first) {
      yield { at, severity, what: text.old(written), why, fix: text.fix };
    } else yield { at, what: text.wrong(written), why: text.refused, fix: text.fix };
  },
};
