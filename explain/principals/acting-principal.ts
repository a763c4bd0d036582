import type { Account, Organization } from '../../config/resolve-organization';
import type { NamedDocument } from '../../evaluator/chain-input';
import type { Text } from '../../policies/policy';

/** Who asks, with the policies that are attached to it. */
export interface ActingPrincipal {
  readonly arn: string;
  readonly identityPolicies: readonly NamedDocument[];
  /** @default none */
  readonly permissionsBoundary?: NamedDocument;
  /** What was taken to be so. */
  readonly notes: readonly Text[];
}

/** What the policies of a principal depend on. */
export interface PrincipalSurroundings {
  readonly organization: Organization;
  readonly account: Account;
  /** The action that is asked for: what is known of a managed policy depends on it. */
  readonly action: string;
  /** The region of a role that exists once in each. @default the first region of the workload */
  readonly region?: string;
  /** Texts of managed policies of AWS by their name. */
  readonly managedPolicies: ReadonlyMap<string, unknown>;
  /** Identity policies of a role or user of one's own; undefined where none is given. */
  readonly identityPolicies: readonly NamedDocument[] | undefined;
  /** Everything is allowed to whoever asks, so that what denies are the limits. */
  readonly allowEverything: boolean;
}

/** A mistake about who asks, as a sentence that says what is allowed. */
export interface PrincipalMistake {
  readonly mistake: string;
}
