import { type BoundCondition, bindCondition, type Lack } from './conditions/condition';
import { BoundResources } from './elements/resource';
import type { PolicyKind } from './policy-kind';
import type { Statement } from './read-policy';
import type { KeySlots, SlotValue } from './request/slot-value';
import type { Truth } from './truth';

/** Where a statement stands. */
export interface StatementPlace {
  readonly policy: string;
  readonly kind: PolicyKind;
  /** The root, unit or account an organization policy is attached to. */
  readonly level: string | undefined;
  readonly sid: string | undefined;
  /** Its place in the document, from 0. */
  readonly statement: number;
}

/** A statement bound to the slots of a chain, ready to judge. */
export class BoundStatement {
  /** It applies to every request for one of its actions, by whomever it speaks of. */
  readonly unconditional: boolean;
  /** The same statement without its resource test. */
  #everyResource: BoundStatement | undefined;

  private constructor(
    readonly place: StatementPlace,
    readonly denies: boolean,
    readonly principals: Statement['principals'],
    readonly actions: Statement['actions'],
    readonly resources: BoundResources | undefined,
    readonly conditions: readonly BoundCondition[],
  ) {
    this.unconditional = resources === undefined && conditions.length === 0;
  }

  static bind(
    { sid, index, denies, principals, actions, resources, conditions }: Statement,
    policy: Pick<StatementPlace, 'policy' | 'kind' | 'level'>,
    keys: KeySlots,
  ): BoundStatement {
    const bound = resources && new BoundResources(resources, keys);
    return new BoundStatement(
      { ...policy, sid, statement: index },
      denies,
      principals,
      actions,
      bound?.coverEverything ? undefined : bound,
      conditions.map((condition) => bindCondition(condition, keys)),
    );
  }

  /** What is left to test once the resource is known; undefined when the statement does not speak of it. */
  narrow(resource: string): BoundStatement | undefined {
    if (this.resources === undefined || this.resources.dependOnRequest) return this;
    if (this.resources.cover(resource, []) === false) return undefined;
    const { place, denies, principals, actions, conditions } = this;
    this.#everyResource ??= new BoundStatement(place, denies, principals, actions, undefined, conditions);
    return this.#everyResource;
  }

  /** Whether it speaks of the action, given in lower case. */
  covers(action: string): boolean {
    return this.actions.cover(action);
  }

  /** Whether resource and conditions hold; who asks is not looked at. Makes no objects. */
  applies(resource: string, values: readonly SlotValue[]): Truth {
    let truth: Truth = this.resources === undefined ? true : this.resources.cover(resource, values);
    if (truth === false) return false;
    for (let index = 0; index < this.conditions.length; index += 1) {
      const condition = (this.conditions[index] as BoundCondition).evaluate(values);
      if (condition === false) return false;
      if (condition === undefined) truth = undefined;
    }
    return truth;
  }

  /** Why `applies` answered unknown, for these values. */
  lacks(resource: string, values: readonly SlotValue[]): readonly Lack[] {
    const undecided = this.conditions.filter((condition) => condition.evaluate(values) === undefined);
    const resources = this.resources;
    const ofResource = resources && resources.cover(resource, values) === undefined ? resources.lacks(values) : [];
    return [...ofResource, ...undecided.flatMap((condition) => condition.lacks(values))];
  }
}
