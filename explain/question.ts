import type { Account } from '../config/resolve-organization';
import type { ChainInput, NamedDocument } from '../evaluator/chain-input';
import type { ActingPrincipal } from './principals/acting-principal';

/** Would this principal in this account be allowed this action on this resource? */
export interface Question {
  readonly account: Account;
  readonly principal: ActingPrincipal;
  /** Such as `bedrock:InvokeModel`. */
  readonly action: string;
  /** An ARN, or `*` for an action without resource. */
  readonly resource: string;
  /** Twelve digits. @default that of the ARN, or of the bucket of the baseline, or of the principal */
  readonly resourceAccountId?: string;
  /** Condition keys of the request; an empty list says that the request does not have the key. */
  readonly context: Readonly<Record<string, readonly string[]>>;
  /** @default the principal's own */
  readonly permissionsBoundary?: NamedDocument;
  /** @default none */
  readonly sessionPolicies?: readonly NamedDocument[];
  /** @default none in the account of the principal, an unknown one in another account */
  readonly resourcePolicy?: NonNullable<ChainInput['resourcePolicy']>;
}
