import { CompositionError } from '../../policies/composition-error';
import type { OrganizationPolicy } from '../../policies/policy';
import { accessPolicyTypes } from '../../policies/policy-types';
import { policyQuotas } from '../../policies/quotas';
import type { Answer } from '../answer';
import { isOwnPolicy, type PlannedPolicy, plannedPolicies } from '../planned-policies';
import { type PolicyTarget, policyTargets } from '../policy-targets';
import type { Question } from '../question';
import type { Survey } from '../survey';

const kinds = ['service-control-policy', 'resource-control-policy'] as const;

interface Held {
  readonly target: PolicyTarget;
  readonly kind: OrganizationPolicy['kind'];
  /** Names and characters of what others have attached, the policy of AWS apart. */
  readonly byOthers: readonly { readonly name: string; readonly characters: number }[];
}

/** Whether the access policies find room beside those that others have attached, such as the guardrails of Control Tower. */
export const policyRoom: Question = {
  id: 'policy-room',
  title: { en: 'Room for access policies', ja: 'アクセスポリシーの空き' },
  about: 'organization',

  async ask(survey) {
    const held: Held[] = [];
    const answers: Answer[] = [];
    const targets = await policyTargets(survey);
    const failed = await survey.askEach(
      targets.flatMap((target) => kinds.map((kind) => ({ target, kind }))),
      ({ target }) => target.name,
      async ({ target, kind }) => {
        held.push({ target, kind, byOthers: target.id ? await heldByOthers(survey, target.id, kind) : [] });
        return [];
      },
    );
    answers.push(...failed);
    try {
      const planned = plannedPolicies(survey.organization);
      answers.push(...held.sort(byPlace).flatMap((one) => judge(one, planned)));
    } catch (error) {
      if (!(error instanceof CompositionError)) throw error;
      answers.push(unfitting(error));
    }
    return answers;
  },
};

const byPlace = (one: Held, other: Held) => one.target.order - other.target.order || one.kind.localeCompare(other.kind);

async function heldByOthers({ reads }: Survey, targetId: string, kind: Held['kind']): Promise<Held['byOthers']> {
  const policies = await reads.policiesOf(targetId, accessPolicyTypes[kind]);
  const others = policies.filter(({ Name = '' }) => Name !== policyQuotas[kind].attachedByAws && !isOwnPolicy(Name));
  const found = [];
  for (const { Id = '', Name = '' } of others) {
    found.push({ name: Name, characters: (await reads.contentOf(Id)).length });
  }
  return found;
}

function judge({ target, kind, byOthers }: Held, planned: readonly PlannedPolicy[]): Answer[] {
  const { attachments, attachedByAws, characters: most } = policyQuotas[kind];
  const ours = planned.filter((policy) => policy.kind === kind && target.reaches.includes(policy.reach));
  if (ours.length + byOthers.length === 0) return [];
  const all = byOthers.length + ours.length + 1;
  const longest = Math.max(0, ...ours.map(({ characters }) => characters));
  const others = byOthers.map(({ name, characters }) => `${name} (${characters})`).join(', ');
  const places = [target.name];
  const found = {
    en: `${abbreviated[kind]}: ${all} of ${attachments} slots: ${attachedByAws}, ${ours.length} of the baseline (longest ${longest} of ${most} characters)${others ? `, ${byOthers.length} of others: ${others}` : ''}`,
    ja: `${abbreviated[kind]}: ${attachments} 枠中 ${all}: ${attachedByAws}、ベースライン ${ours.length}（最長 ${longest}/${most} 文字）${others ? `、その他 ${byOthers.length}: ${others}` : ''}`,
  };
  if (all <= attachments) return [{ state: ours.length > 0 ? 'create' : 'ok', places, found }];
  return [{ state: 'blocker', places, found, advice: makeRoom }];
}

/** The organization has chosen more policies than there is room for, whoever else is there. */
function unfitting({ message }: CompositionError): Answer {
  const [first = '', ...rest] = message.split('\n');
  const advice = rest.at(-1) ?? '';
  return {
    state: 'blocker',
    found: { en: first, ja: `アクセスポリシーが残りの枠に収まりません。${first}` },
    advice: {
      en: advice,
      ja: `optionalPolicies の一部を外すか、他が OU にアタッチしたポリシーを外してください。${advice}`,
    },
  };
}

const abbreviated = { 'service-control-policy': 'SCP', 'resource-control-policy': 'RCP' } as const;

const makeRoom = {
  en: 'Merge or detach some of the policies of others there, or attach them one level higher: inherited policies take no slot. If they stay, set rollout.slotsHeld to their number, and the baseline packs its own tighter.',
  ja: '他のポリシーを統合するか外すか、一段上にアタッチしてください。継承されたポリシーは枠を使いません。残す場合は rollout.slotsHeld にその数を書くと、ベースラインのポリシーがより少ない枠に詰められます。',
};
