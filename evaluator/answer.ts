import type { StatementPlace } from './bound-statement';
import type { LackReason } from './conditions/condition';
import type { Decision } from './judge';
import type { PolicyKind } from './policy-kind';

/** What kept a statement from being decided. */
export interface LackedKey {
  /** The condition key in lower case; `principal` when it is not known who exactly asks; `resource-policy`. */
  readonly key: string;
  readonly why: LackReason | 'principal-not-known-exactly' | 'policy-of-the-resource-not-given';
  /** None where a whole policy is lacking. */
  readonly statement: StatementPlace | undefined;
}

/** What one layer of policies says about the request. */
export interface LayerAnswer {
  readonly kind: PolicyKind;
  /** The root, unit or account of an organization policy. */
  readonly level: string | undefined;
  /** Whether the layer limits or serves who asks; organization policies leave some alone. */
  readonly concerns: boolean;
  /** Statements that apply and deny. */
  readonly denying: readonly StatementPlace[];
  /** Statements that apply and allow. */
  readonly allowing: readonly StatementPlace[];
  /** Statements of which it is unknown whether they apply. */
  readonly undecided: readonly StatementPlace[];
}

/** The whole story of a decision. */
export interface Answer {
  readonly decision: Decision;
  /**
   * The statement that denies; or one that grants; or one that keeps the decision unknown. None for an implicit denial
   * and for what the root user may do by itself.
   */
  readonly decidedBy: StatementPlace | undefined;
  /** For an implicit denial: the layers that allow nothing here. A grant needs one of identity and resource policies. */
  readonly notAllowedBy: readonly Pick<LayerAnswer, 'kind' | 'level'>[];
  /** For an unknown decision: what would have to be known. */
  readonly lacked: readonly LackedKey[];
  /** From the root to the session, in the order AWS judges them. */
  readonly layers: readonly LayerAnswer[];
}
