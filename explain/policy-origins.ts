import type { StatementPlace } from '../evaluator/bound-statement';
import type { PolicyKind } from '../evaluator/policy-kind';
import type { OrganizationPolicy, PolicyFacts, Text } from '../policies/policy';

/** A statement, and the rule of the catalogue it belongs to. */
export interface StatementOrigin {
  readonly kind: PolicyKind;
  /** The name of the document, such as `service-control-bedrock`. */
  readonly document: string;
  /** The root, unit or account it is attached to; null for a policy of a principal or a resource. */
  readonly level: string | null;
  readonly sid: string | null;
  /** Its place in the document, from 0. */
  readonly statement: number;
  /** The policy of `policies/`; null where the statement is not of the organization's policies. */
  readonly policy: { readonly id: string; readonly title: Text } | null;
}

/** Finds the policy behind a statement of a composed document by its Sid, which no two policies share. */
export class PolicyOrigins {
  readonly #policyOfSid: ReadonlyMap<string, OrganizationPolicy>;

  constructor(policies: readonly OrganizationPolicy[], facts: PolicyFacts) {
    this.#policyOfSid = new Map(
      policies.flatMap((policy) => policy.statements(facts).map(({ Sid }) => [Sid, policy] as const)),
    );
  }

  of({ kind, policy: document, level, sid, statement }: StatementPlace): StatementOrigin {
    const ofOrganization = kind === 'service-control-policy' || kind === 'resource-control-policy';
    const policy = ofOrganization && sid !== undefined ? this.#policyOfSid.get(sid) : undefined;
    return {
      kind,
      document,
      level: level ?? null,
      sid: sid ?? null,
      statement,
      policy: policy === undefined ? null : { id: policy.id, title: policy.title },
    };
  }
}
