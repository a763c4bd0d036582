import { BoundedCache } from '../bounded-cache';
import { not, type Truth } from '../truth';
import type { Principal } from './principal';
import { principalKeys } from './principal-keys';
import { refusal } from './request';
import { type RequestPrincipal, readPrincipal } from './request-principal';
import type { KeySlots, SlotValue } from './slot-value';

/** What a chain knows of its organization. */
export interface OrganizationIds {
  readonly id: string;
  /** Twelve digits. */
  readonly managementAccountId: string;
}

/** Who asks, and what that means in a chain. */
export interface Caller {
  readonly principal: RequestPrincipal;
  readonly canonicalUserId: string | undefined;
  /** Identity policies, a permissions boundary and session policies are attached to it. */
  readonly hasIdentityPolicies: boolean;
  /** It has an account, so it needs a permission there. */
  readonly hasAccount: boolean;
  /** Service control policies limit it. */
  readonly underServiceControl: Truth;
  /** Resource control policies do not leave it alone. */
  readonly underResourceControl: Truth;
  /** Values of the keys AWS fills in, by slot. */
  readonly values: readonly SlotValue[];
}

/** Prepares principals and remembers them: texts by what they say, objects by their identity, so they must not change. */
export class Callers {
  readonly #known = new BoundedCache<Caller>(10_000);
  readonly #knownObjects = new WeakMap<Principal, Caller>();

  constructor(
    readonly keys: KeySlots,
    readonly organization: OrganizationIds | undefined,
  ) {}

  of(principal: string | Principal): Caller {
    if (typeof principal !== 'string') return this.#ofObject(principal);
    const known = this.#known.get(principal);
    if (known !== undefined) return known;
    const caller = this.#prepare(principal === 'anonymous' ? { type: 'anonymous' } : { arn: principal });
    this.#known.set(principal, caller);
    return caller;
  }

  #ofObject(principal: Principal): Caller {
    if (typeof principal !== 'object' || principal === null) {
      throw refusal('principal', principal, 'Nobody asks.', 'Give an ARN, the name of a service, or an object.');
    }
    const known = this.#knownObjects.get(principal);
    if (known !== undefined) return known;
    const caller = this.#prepare(principal);
    this.#knownObjects.set(principal, caller);
    return caller;
  }

  /**
   * Service control policies limit the users, roles and root users of member accounts. They leave alone the management
   * account, service-linked roles, AWS services, and whoever belongs to another organization or to none.
   *
   * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#not-restricted-by-scp
   * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#actions-not-restricted-by-rcps
   */
  #prepare(source: Principal): Caller {
    const principal = readPrincipal(source);
    const { type, accountId, serviceLinkedRole } = principal;
    const organizationId = source.organizationId === undefined ? this.organization?.id : source.organizationId;
    const hasAccount = type === 'user' || type === 'root' || type === 'role' || type === 'federated-user';
    const member =
      hasAccount &&
      this.organization !== undefined &&
      organizationId === this.organization.id &&
      accountId !== this.organization.managementAccountId;
    const values = new Array<SlotValue>(this.keys.size).fill(undefined);
    for (const [key, value] of principalKeys(
      principal,
      source,
      hasAccount ? (organizationId ?? undefined) : undefined,
    )) {
      const slot = this.keys.find(key);
      if (slot !== -1) values[slot] = value;
    }
    return {
      principal,
      canonicalUserId: source.canonicalUserId,
      hasIdentityPolicies: hasAccount && type !== 'root',
      hasAccount,
      underServiceControl: member ? not(serviceLinkedRole) : false,
      underResourceControl: type === 'role' ? not(serviceLinkedRole) : true,
      values,
    };
  }
}
