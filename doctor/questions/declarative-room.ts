import type { PolicySummary } from '@aws-sdk/client-organizations';
import { policyFactsOf } from '../../config/policy-facts';
import type { DeclarativePolicyType } from '../../policies/policy';
import type { Answer } from '../answer';
import { declarativePoliciesOf } from '../baseline';
import { policyTargets } from '../policy-targets';
import type { Question } from '../question';

/** Attachments of one type to one target, and characters of one document. */
interface Quota {
  readonly attachments: number;
  readonly characters: number;
}

const usual: Quota = { attachments: 10, characters: 10_000 };

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const quotas: Partial<Record<DeclarativePolicyType, Quota>> = {
  AISERVICES_OPT_OUT_POLICY: { attachments: 5, characters: 2_500 },
};

/** Whether the declarative policies find room, and which of others they meet: what two of them set, the nearer one decides. */
export const declarativeRoom: Question = {
  id: 'declarative-room',
  title: { en: 'Room for declarative policies', ja: '宣言型ポリシーの空き' },
  about: 'organization',

  async ask(survey) {
    const { organization, reads } = survey;
    const facts = policyFactsOf(organization);
    const policies = declarativePoliciesOf(organization);
    const own = new Set(policies.map(({ id }) => id));
    const targets = (await policyTargets(survey)).filter(({ id }) => id !== undefined);
    const types = [...new Set(policies.map(({ type }) => type))];
    const free: string[] = [];
    const answers = await survey.askEach(
      types.flatMap((type) => targets.map((target) => ({ type, target }))),
      ({ target }) => target.name,
      async ({ type, target }) => {
        const others = (await reads.policiesOf(target.id ?? '', type)).filter(({ Name = '' }) => !own.has(Name));
        const ours = policies.filter((policy) => {
          const reach = policy.target?.(facts) ?? 'root';
          return policy.type === type && target.reaches.includes(reach);
        });
        const longest = Math.max(0, ...ours.map((policy) => JSON.stringify(policy.content(facts)).length));
        const judged = judge(type, others, ours.length, longest);
        if (judged.length === 0 && ours.length > 0) free.push(`${type} (${target.name})`);
        return judged;
      },
    );
    if (free.length === 0) return answers;
    const list = free.sort().join(', ');
    return [...answers, { state: 'create', found: { en: `Nothing in the way: ${list}`, ja: `空きあり: ${list}` } }];
  },
};

/** Nothing where there is room and nobody else. */
function judge(type: DeclarativePolicyType, others: readonly PolicySummary[], ours: number, longest: number): Answer[] {
  const { attachments, characters } = quotas[type] ?? usual;
  const names = others.map(({ Name }) => Name).join(', ');
  if (ours + others.length > attachments || longest > characters) {
    return [
      {
        state: 'blocker',
        found: {
          en: `${type}: ${ours} of the baseline (longest ${longest} of ${characters} characters) and ${others.length} of others in ${attachments} slots: ${names}`,
          ja: `${type}: ${attachments} 枠にベースライン ${ours}（最長 ${longest}/${characters} 文字）とその他 ${others.length}: ${names}`,
        },
        advice: { en: 'Merge or detach some of the others.', ja: '他のポリシーを統合するか外してください。' },
      },
    ];
  }
  if (others.length > 0) {
    return [
      {
        state: 'warning',
        found: { en: `${type}: others have attached ${names}.`, ja: `${type}: 他が ${names} をアタッチしています。` },
        advice: {
          en: 'Read it: where it sets the same as the baseline, the policy nearer to the account decides, and at the same target the two are merged.',
          ja: '内容を確認してください。同じ項目があると、アカウントに近いポリシーが優先され、同じ対象では統合されます。',
        },
      },
    ];
  }
  return [];
}
