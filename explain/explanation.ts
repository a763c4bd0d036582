import { policyFactsOf } from '../config/policy-facts';
import type { Organization } from '../config/resolve-organization';
import type { LackedKey } from '../evaluator/answer';
import type { Decision } from '../evaluator/judge';
import type { PolicyKind } from '../evaluator/policy-kind';
import { organizationPolicies } from '../policies/catalogue';
import type { Text } from '../policies/policy';
import type { RolledOutPolicy } from '../policies/rollout';
import { absentKeys } from './absent-keys';
import type { AssumedKey } from './assumed-context';
import { chainOf } from './chain-of';
import { judgementNotes } from './judgement-notes';
import { PolicyOrigins, type StatementOrigin } from './policy-origins';
import type { Question } from './question';
import { readUnreadKey, type UnreadKey } from './unread-policy';

/** What would have to be known, and which statements wait for it. */
export interface Lack {
  readonly key: string;
  readonly why: LackedKey['why'];
  /** What the key stands for when it is none of AWS. */
  readonly standsFor: UnreadKey['kind'] | null;
  readonly statements: readonly StatementOrigin[];
}

/** An answer, and how it came about. It is what `--json` prints. */
export interface Explanation {
  readonly decision: Decision;
  readonly account: { readonly name: string; readonly id: string; readonly organizationalUnit: string | null };
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: { readonly id: string; readonly name: string | null; readonly assumed: boolean };
  /** The statement that denies, that grants, or that keeps the answer unknown. */
  readonly decidedBy: StatementOrigin | null;
  /** Other statements that deny it too: to remove the first would change nothing. */
  readonly alsoDenying: readonly StatementOrigin[];
  /** For an implicit denial: what allows nothing here. A grant needs one of identity and resource policies. */
  readonly notAllowedBy: readonly { readonly kind: PolicyKind; readonly level: string | null }[];
  readonly lacked: readonly Lack[];
  readonly given: Readonly<Record<string, readonly string[]>>;
  readonly assumed: readonly AssumedKey[];
  /** Keys that policies look at for this action, and that the request was taken not to have. */
  readonly absent: readonly string[];
  readonly notes: readonly Text[];
}

/** Answers a question by every policy that speaks of it, where `documents` are attached. Throws a PolicyError or RequestError. */
export function explainQuestion(
  question: Question,
  organization: Organization,
  documents: readonly RolledOutPolicy[],
): Explanation {
  const asked = chainOf(question, organization, documents);
  const { place, assumed } = asked;
  const answer = asked.chain.explain(asked.request);
  const origins = new PolicyOrigins(organizationPolicies, policyFactsOf(organization));
  const denying = answer.layers.flatMap((layer) => (layer.concerns ? layer.denying : []));
  const { account } = question;
  return {
    decision: answer.decision,
    account: { name: account.name, id: account.id, organizationalUnit: account.organizationalUnit ?? null },
    principal: question.principal.arn,
    action: question.action,
    resource: question.resource,
    resourceAccount: { id: place.accountId, name: place.account?.name ?? null, assumed: !place.known },
    decidedBy: answer.decidedBy === undefined ? null : origins.of(answer.decidedBy),
    alsoDenying: denying.filter((one) => one !== answer.decidedBy).map((one) => origins.of(one)),
    notAllowedBy: answer.notAllowedBy.map(({ kind, level }) => ({ kind, level: level ?? null })),
    lacked: lacksOf(answer.lacked, asked.keys.anywhere, origins),
    given: question.context,
    assumed,
    absent: absentKeys(asked, question.context),
    notes: [...question.principal.notes, ...judgementNotes(question, place, organization)],
  };
}

/** Each key once, with every statement that waits for it. */
function lacksOf(lacked: readonly LackedKey[], written: readonly string[], origins: PolicyOrigins): readonly Lack[] {
  const lacks = new Map<string, Lack>();
  const spelling = new Map(written.map((key) => [key.toLowerCase(), key]));
  for (const { key, why, statement } of lacked) {
    const id = `${key} ${why}`;
    const before = lacks.get(id)?.statements ?? [];
    const statements = statement === undefined ? before : [...before, origins.of(statement)];
    lacks.set(id, { key: spelling.get(key) ?? key, why, standsFor: readUnreadKey(key) ?? null, statements });
  }
  return [...lacks.values()];
}
