import { BoundedCache } from '../bounded-cache';
import type { Caller, OrganizationIds } from './caller';
import { type Request, refusal } from './request';
import { ABSENT, HIDDEN, type KeySlots, type SlotValue } from './slot-value';

/**
 * The condition keys of the request at hand, by slot. One array for all requests: a decision makes no objects.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-reqcontext.html
 */
export class RequestValues {
  readonly values: SlotValue[];
  readonly #slotOfName = new BoundedCache<number>(10_000);
  readonly #keys: KeySlots;
  readonly #organization: OrganizationIds | undefined;
  readonly #resourceAccount: number;
  readonly #resourceOrganization: number;
  readonly #resourcePaths: number;
  /** How often `load` was called, and which call gave a slot its value. */
  #loads = 0;
  readonly #givenBy: Float64Array;

  constructor(keys: KeySlots, organization: OrganizationIds | undefined) {
    this.#keys = keys;
    this.#organization = organization;
    this.values = new Array<SlotValue>(keys.size).fill(undefined);
    this.#givenBy = new Float64Array(keys.size);
    this.#resourceAccount = keys.find('aws:resourceaccount');
    this.#resourceOrganization = keys.find('aws:resourceorgid');
    this.#resourcePaths = keys.find('aws:resourceorgpaths');
  }

  /** Takes what AWS adds, then the keys the request gives itself. */
  load(request: Request, caller: Caller, resourceAccount: string | undefined): void {
    const { values } = this;
    const filled = caller.values;
    for (let slot = 0; slot < values.length; slot += 1) values[slot] = filled[slot];
    this.#loads += 1;
    const { context, hidden } = request;
    if (context !== undefined) {
      for (const name in context) this.#take(name, context[name]);
    }
    if (hidden !== undefined) {
      for (const name of hidden) {
        const slot = this.#slotOf(name);
        if (slot !== -1) this.#give(slot, name, HIDDEN);
      }
    }
    if (this.#lacks(this.#resourceAccount)) values[this.#resourceAccount] = resourceAccount ?? HIDDEN;
    if (this.#lacks(this.#resourceOrganization)) {
      values[this.#resourceOrganization] = resourceAccount === undefined ? HIDDEN : this.#organization?.id;
    }
    if (this.#lacks(this.#resourcePaths)) {
      values[this.#resourcePaths] = this.#organization === undefined ? undefined : HIDDEN;
    }
  }

  #take(name: string, value: SlotValue): void {
    if (value === undefined) return;
    if (typeof value !== 'string' && !isTexts(value)) {
      throw refusal(`context.${name}`, value, 'Not a value of a condition key.', 'Write a text or a list of texts.');
    }
    const slot = this.#slotOf(name);
    if (slot === -1) return;
    this.#give(slot, name, value.length === 0 && typeof value !== 'string' ? ABSENT : value);
  }

  #give(slot: number, name: string, value: SlotValue): void {
    if (this.#givenBy[slot] === this.#loads) {
      throw refusal(`context.${name}`, value, 'The key is given twice.', 'Keep one of them; case does not matter.');
    }
    this.#givenBy[slot] = this.#loads;
    this.values[slot] = value;
  }

  #lacks(slot: number): boolean {
    return slot !== -1 && this.#givenBy[slot] !== this.#loads;
  }

  #slotOf(name: string): number {
    const known = this.#slotOfName.get(name);
    if (known !== undefined) return known;
    const slot = this.#keys.find(name.toLowerCase());
    this.#slotOfName.set(name, slot);
    return slot;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
