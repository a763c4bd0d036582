import type { Answer } from '../answer';
import { bootstrapRequests } from '../bootstrap-requests';
import { deploymentPlaces, nameOf, type Place } from '../places';
import type { Question } from '../question';
import { type AttachedPolicy, judgeRequest, type PolicyChain } from '../service-control-judge';
import type { Survey } from '../survey';

/**
 * Whether service control policies in force would stop `cdk bootstrap`. They never apply to the management account.
 */
export const bootstrapPolicies: Question = {
  id: 'bootstrap-policies',
  title: { en: 'Policies against bootstrap', ja: 'ブートストラップを妨げる SCP' },
  about: 'organization',

  ask(survey) {
    const { organization, reads } = survey;
    const places = deploymentPlaces(organization).filter(({ account }) => account.name !== 'management');
    return survey.askEach(places, nameOf, async (place) => {
      // Why an account is missing, the question about accounts says.
      if (!(await reads.accounts()).has(place.account.id)) return [];
      return judge(place, await chainOf(place.account.id, survey), survey);
    });
  },
};

/** From the account up to the root. */
async function chainOf(accountId: string, { reads }: Survey): Promise<PolicyChain> {
  const chain: AttachedPolicy[][] = [];
  for (let target: string | undefined = accountId; target !== undefined; target = await reads.parentOf(target)) {
    const level: AttachedPolicy[] = [];
    for (const { Id = '', Name = '' } of await reads.policiesOf(target, 'SERVICE_CONTROL_POLICY'))
      level.push({ name: Name, content: await reads.contentOf(Id) });
    chain.push(level);
  }
  return chain;
}

async function judge(place: Place, chain: PolicyChain, { organization, reads }: Survey): Promise<Answer[]> {
  const types = (await reads.root())?.PolicyTypes ?? [];
  const inForce = types.some(({ Type, Status }) => Type === 'SERVICE_CONTROL_POLICY' && Status === 'ENABLED');
  const judged = inForce
    ? bootstrapRequests(organization, place).map((request) => ({ request, ...judgeRequest(chain, request) }))
    : [];
  const causes = new Map<string, { decision: 'denied' | 'unknown'; actions: string[] }>();
  for (const { request, decision, because = '' } of judged) {
    if (decision === 'allowed') continue;
    const cause = causes.get(because) ?? { decision, actions: [] };
    causes.set(because, { ...cause, actions: [...cause.actions, request.action] });
  }
  if (causes.size === 0) {
    return [{ state: 'ok', found: { en: 'No policy stops it.', ja: '妨げる SCP はありません。' } }];
  }
  return [...causes].map(([because, { decision, actions }]) =>
    decision === 'denied' ? stopped(because, actions) : undecided(because, actions),
  );
}

function stopped(because: string, actions: readonly string[]): Answer {
  return {
    state: 'blocker',
    found: {
      en: `${because} denies ${actions.join(', ')}.`,
      ja: `${because} が ${actions.join('、')} を拒否します。`,
    },
    advice: {
      en: 'Exempt the role that bootstraps and the roles cdk-* from that statement, or detach the policy until everything is bootstrapped.',
      ja: 'ブートストラップを行うロールと cdk-* ロールをそのステートメントの対象外にするか、完了までポリシーを外してください。',
    },
  };
}

function undecided(because: string, actions: readonly string[]): Answer {
  return {
    state: 'unknown',
    found: {
      en: `${because} may deny ${actions.join(', ')}: it has conditions that cannot be judged from here.`,
      ja: `${because} が ${actions.join('、')} を拒否するかどうか、条件を判定できません。`,
    },
    advice: {
      en: 'Read the statement: is the role that bootstraps exempt in these regions? Then go on.',
      ja: 'ステートメントを読み、ブートストラップを行うロールがこのリージョンで対象外なら進めてください。',
    },
  };
}
