import type { ChainInput } from './chain-input';
import type { Caller } from './request/caller';
import type { SlotValue } from './request/slot-value';

/** A request made ready for judging. A chain keeps one and fills it anew for each request. */
export interface Asked {
  caller: Caller;
  resource: string;
  /** Values of condition keys, by slot. */
  values: readonly SlotValue[];
  /** The principal's account owns the resource. */
  sameAccount: boolean;
  /** Resource control policies limit who uses the resource. */
  resourceControlled: boolean;
  /** The principal has a permissions boundary. */
  bounded: boolean;
  /** Undefined where the resource has no policy. */
  readonly resourcePolicyKind: NonNullable<ChainInput['resourcePolicy']>['kind'] | undefined;
}
