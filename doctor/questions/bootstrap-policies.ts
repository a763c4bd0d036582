import type { Answer } from '../answer';
import { bootstrapRequests } from '../bootstrap-requests';
import { deploymentPlaces, nameOf, type Place } from '../places';
import type { Question } from '../question';
import {
  type AttachedPolicy,
  type Judgement,
  judgeRequest,
  type PolicyChain,
  type Request,
} from '../service-control-judge';
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
    ? bootstrapRequests(organization, place).map((request) => ({ request, ...judgeForAnybody(chain, request) }))
    : [];
  const causes = new Map<string, Judgement & { actions: string[] }>();
  for (const { request, ...judgement } of judged) {
    if (judgement.decision === 'allowed') continue;
    const key = JSON.stringify(judgement);
    causes.set(key, { ...judgement, actions: [...(causes.get(key)?.actions ?? []), request.action] });
  }
  if (causes.size === 0) {
    return [{ state: 'ok', found: { en: 'No policy stops it.', ja: '妨げる SCP はありません。' } }];
  }
  return [...causes.values()].map((cause) => (cause.decision === 'denied' ? stopped(cause) : undecided(cause)));
}

/** A denial that somebody may be exempt from is no denial for sure: who will bootstrap is not known. */
function judgeForAnybody(chain: PolicyChain, request: Request): Judgement {
  const judgement = judgeRequest(chain, request);
  if (judgement.decision !== 'denied') return judgement;
  const { 'aws:principalarn': _one, ...context } = request.context;
  return judgeRequest(chain, { ...request, context });
}

interface Cause extends Judgement {
  readonly actions: readonly string[];
}

function stopped({ because, how, actions }: Cause): Answer {
  const list = actions.join(', ');
  return {
    state: 'blocker',
    found:
      how === 'nothing-allows'
        ? {
            en: `On the way from the root to the account, one level allows too little (${because || 'no policy'}): ${list}.`,
            ja: `ルートからアカウントまでの間に、許可の足りない階層があります（${because || 'ポリシーなし'}）: ${list}`,
          }
        : { en: `${because} denies ${list}.`, ja: `${because} が ${list} を拒否します。` },
    advice: {
      en: 'Exempt the role that bootstraps and the roles cdk-* from that policy, or detach it until everything is bootstrapped.',
      ja: 'ブートストラップを行うロールと cdk-* ロールをそのポリシーの対象外にするか、完了までポリシーを外してください。',
    },
  };
}

function undecided({ because, actions }: Cause): Answer {
  const list = actions.join(', ');
  return {
    state: 'unknown',
    found: {
      en: `${because} may deny ${list}: that depends on who asks, or on conditions that cannot be judged from here.`,
      ja: `${because} が ${list} を拒否するかどうかは、実行者や、ここでは判定できない条件によります。`,
    },
    advice: {
      en: 'Read the statement: is the role that bootstraps exempt in these regions? Then go on.',
      ja: 'ステートメントを読み、ブートストラップを行うロールがこのリージョンで対象外なら進めてください。',
    },
  };
}
