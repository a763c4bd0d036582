import type { Answer } from '../answer';
import { deploymentPlaces, nameOf } from '../places';
import type { Question } from '../question';

/**
 * Executions at a time that AWS keeps unreserved in any case, and all that some new accounts have. Below it functions wait for each
 * other; at 0 a deployment stops, because the functions that apply settings never run.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const few = 10;

/** Whether the functions of the baseline can run: settings in each account, the assistant in the workload accounts. */
export const lambdaConcurrency: Question = {
  id: 'lambda-concurrency',
  title: { en: 'Lambda concurrency', ja: 'Lambda の同時実行数' },
  about: 'management-account',

  ask({ organization, clientsAt, askEach }) {
    return askEach(deploymentPlaces(organization), nameOf, async (place) => {
      const { AccountLimit } = await clientsAt(place).lambda().getAccountSettings({});
      const { ConcurrentExecutions: all = 0, UnreservedConcurrentExecutions: free = 0 } = AccountLimit ?? {};
      return [judge(all, free)];
    });
  },
};

function judge(all: number, free: number): Answer {
  const found = {
    en: `${free} of ${all} executions at a time are unreserved.`,
    ja: `同時実行数 ${all} のうち、予約されていないのは ${free} です。`,
  };
  if (free > few) return { state: 'ok', found };
  return {
    state: free > 0 ? 'warning' : 'blocker',
    found,
    advice:
      all > few
        ? {
            en: 'Reserve less for single functions, or ask for a higher quota: Service Quotas, Lambda, "Concurrent executions".',
            ja: '関数ごとの予約を減らすか、Service Quotas の Lambda「同時実行数」の引き上げを申請してください。',
          }
        : {
            en: 'Ask for a higher quota before people use the assistant: Service Quotas, Lambda, "Concurrent executions".',
            ja: 'アシスタントを使い始める前に、Service Quotas の Lambda「同時実行数」の引き上げを申請してください。',
          },
  };
}
