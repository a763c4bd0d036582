import type { Text } from '../policies/policy';

/**
 * `valid`: proven to be what CloudTrail delivered. `invalid`: something was changed, removed or added. `unknown`: what would prove it
 * is not at hand, which is never as good as valid.
 */
export type ProofState = 'valid' | 'invalid' | 'unknown';

export type FaultKind =
  | 'altered'
  | 'broken-file'
  | 'foreign-bucket'
  | 'gap'
  | 'missing'
  | 'moved'
  | 'no-public-key'
  | 'no-signature'
  | 'not-checked'
  | 'not-in-chain'
  | 'not-listed'
  | 'unreadable';

/** Something that keeps files from being proven. */
export interface Fault {
  readonly state: Exclude<ProofState, 'valid'>;
  readonly kind: FaultKind;
  /** The key of the exact file. */
  readonly file: string;
  readonly says: Text;
  /** How many files more have the same fault for the same reason. @default 0 */
  readonly more?: number;
}

/** The worst state there is. */
export function worst(states: Iterable<ProofState>): ProofState {
  let state: ProofState = 'valid';
  for (const next of states) {
    if (next === 'invalid') return 'invalid';
    if (next === 'unknown') state = 'unknown';
  }
  return state;
}
