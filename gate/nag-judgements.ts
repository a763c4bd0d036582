import type { Text } from '../policies/policy';
import type { EvidenceResource, PackEvidence, RuleEvidence } from './evidence';
import { english, type FindingState, type Severity } from './finding';
import { namespaced } from './validation-report';

/** What a pack recorded about one rule and one resource that is not compliant. */
export interface NagJudgement {
  /** Namespaced. */
  readonly check: string;
  readonly pack: string;
  readonly severity: Severity;
  readonly state: FindingState;
  readonly resource: EvidenceResource;
  readonly title: Text;
  readonly detail?: string;
  readonly why?: Text;
  readonly fix: Text;
}

/** Everything the packs found, by namespaced id and construct path, with a line break between the two. */
export function nagJudgements(packs: readonly PackEvidence[]): ReadonlyMap<string, NagJudgement> {
  const judgements = new Map<string, NagJudgement>();
  const add = (judgement: NagJudgement) => judgements.set(`${judgement.check}\n${judgement.resource.path}`, judgement);
  for (const { pack, rules } of packs) {
    for (const rule of rules) {
      const { severity } = rule;
      for (const { resource, rule: id } of rule.nonCompliant) {
        const check = namespaced(pack, id);
        add({ check, pack, severity, state: 'fail', resource, ...wordsOf(rule, id) });
      }
      for (const { resource, reason } of rule.unknown) {
        add({
          check: namespaced(pack, rule.id),
          pack,
          severity,
          state: 'unknown',
          resource,
          ...unknownWords(rule, reason),
        });
      }
    }
  }
  return judgements;
}

type Words = Pick<NagJudgement, 'title' | 'detail' | 'why' | 'fix'>;

function wordsOf(rule: RuleEvidence, id: string): Words {
  const detail = /^\[(.*)\]$/s.exec(id.slice(rule.id.length))?.[1];
  if (rule.text) return { title: rule.text.what, detail, why: rule.text.why, fix: rule.text.fix };
  return { title: english(shortened(rule.info)), detail, why: english(rule.explanation), fix: changeOrWaive };
}

/** The NIST pack appends every control id to the sentence, up to 600 characters; they stay in the CSV. */
function shortened(info: string): string {
  return info.replace(/\s*-\s*\(Control IDs?:.*$/s, '.');
}

const changeOrWaive: Text = {
  en: 'Change the resource. If it has to stay as it is, accept the finding in waivers.yaml with owner, reason and expiry.',
  ja: 'リソースを変更してください。そのままにする必要がある場合は、担当、理由、期限を付けて waivers.yaml で受け入れてください。',
};

function unknownWords(rule: RuleEvidence, reason: string): Words {
  const what = rule.text?.what ?? english(shortened(rule.info));
  return {
    title: {
      en: `${rule.id} could not be evaluated: ${reason}`,
      ja: `${rule.id} を判定できませんでした: ${reason}`,
    },
    why: {
      en: `Whether this holds is unknown: ${what.en}`,
      ja: `次の指摘が当てはまるかどうか分かりません: ${what.ja}`,
    },
    fix: {
      en: 'Give the property a value that is known at synthesis, or look at it yourself and accept it in waivers.yaml.',
      ja: '合成時に分かる値を指定するか、自分で確認したうえで waivers.yaml で受け入れてください。',
    },
  };
}
