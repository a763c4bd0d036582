import { accountKindOf } from '../../config/account-kinds';
import { policyFactsOf } from '../../config/policy-facts';
import { type Account, everyAccount, type Organization } from '../../config/resolve-organization';
import type { Decision } from '../../evaluator/judge';
import type { PolicyFacts, Text } from '../../policies/policy';
import { attachedPolicies } from '../attached-policies';
import { policiesOfOthers } from '../policies-of-others';
import { appliedGuardrail } from './applied-guardrail';
import { exemptRoles, roleLike } from './exempt-roles';
import { Limits } from './limits';
import type { QuestionRequest, SecurityQuestion } from './security-question';
import { securityQuestions } from './security-questions';

/**
 * - `denied`: the organization denies every request of the question
 * - `possible`: it leaves at least one to the account, whose administrators decide
 * - `unknown`: that cannot be said
 * - `not-applicable`: the organization has nothing to ask about, such as a model that talks
 */
export type AnswerStatus = 'denied' | 'possible' | 'unknown' | 'not-applicable';

/** A cell of the table. */
export interface TableAnswer {
  readonly status: AnswerStatus;
  /** Ids of the policies that deny; none unless the status is `denied`. */
  readonly policies: readonly string[];
}

/** Accounts with the same answer to every question. */
export interface AccountGroup {
  readonly accounts: readonly {
    readonly name: string;
    readonly id: string;
    readonly organizationalUnit: string | null;
  }[];
}

export interface TableRow {
  readonly id: string;
  readonly asks: Text;
  /** One for each group, in their order. */
  readonly answers: readonly TableAnswer[];
  /** Roles that may nevertheless, by permission set or name. */
  readonly exempt: readonly string[];
}

/** Accounts × questions. It is what `--json` prints. */
export interface PolicyTable {
  readonly groups: readonly AccountGroup[];
  readonly questions: readonly TableRow[];
  /** What the table does not count. */
  readonly notes: readonly Text[];
}

/**
 * What the organization denies in each account, at worst: an administrator of the account who has been given everything asks.
 * Throws a CompositionError when the policies do not fit.
 */
export function policyTable(
  organization: Organization,
  questions: readonly SecurityQuestion[] = securityQuestions,
): PolicyTable {
  const facts = policyFactsOf(organization);
  const limits = new Limits(organization, attachedPolicies(organization));
  const asked = everyAccount(organization).map((account) => ({
    account,
    answers: questions.map((question) =>
      answerOf(question.requests({ account, facts, organization }), account, limits),
    ),
  }));
  const groups = groupsOf(asked);
  return {
    groups: groups.map((group) => ({
      accounts: group.map(({ account: { name, id, organizationalUnit } }) => ({
        name,
        id,
        organizationalUnit: organizationalUnit ?? null,
      })),
    })),
    questions: questions.map((question, index) => ({
      id: question.id,
      asks: question.asks,
      answers: groups.map(([first]) => (first as AskedAccount).answers[index] as TableAnswer),
      exempt: exemptFrom(
        question,
        groups.flatMap(([first]) => (first?.answers[index]?.status === 'denied' ? [first.account] : [])),
        { organization, facts, limits },
      ),
    })),
    notes: [...policiesOfOthers(organization), ...appliedGuardrail(organization)],
  };
}

interface AskedAccount {
  readonly account: Account;
  readonly answers: readonly TableAnswer[];
}

function answerOf(requests: readonly QuestionRequest[], account: Account, limits: Limits): TableAnswer {
  const status = statusOf(requests.map((request) => limits.decide(request, account)));
  if (status !== 'denied') return { status, policies: [] };
  const policies = requests.flatMap((request) => limits.denyingPolicies(request, account));
  return { status, policies: [...new Set(policies)].sort() };
}

function statusOf(decisions: readonly Decision[]): AnswerStatus {
  if (decisions.length === 0) return 'not-applicable';
  if (decisions.includes('allowed')) return 'possible';
  return decisions.includes('unknown') ? 'unknown' : 'denied';
}

/** The accounts that exist once stand alone; workloads with equal answers stand together, in the order of the configuration. */
function groupsOf(asked: readonly AskedAccount[]): readonly (readonly AskedAccount[])[] {
  const groups = new Map<string, AskedAccount[]>();
  for (const one of asked) {
    const kind = accountKindOf(one.account.name);
    const id = kind === 'workload' ? JSON.stringify(one.answers) : kind;
    groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  return [...groups.values()];
}

function exemptFrom(
  question: SecurityQuestion,
  accounts: readonly Account[],
  { organization, facts, limits }: { organization: Organization; facts: PolicyFacts; limits: Limits },
): readonly string[] {
  return exemptRoles(facts)
    .filter((roles) =>
      accounts.some((account) => {
        const requests = question
          .requests({ account, facts, organization })
          .filter(({ who = 'administrator' }) => who === 'administrator');
        const role = roleLike(roles, account.id);
        return requests.some((request) => limits.decide(request, account, role) === 'allowed');
      }),
    )
    .map(({ name }) => name);
}
