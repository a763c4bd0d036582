import type { BoundStatement } from './bound-statement';
import type { SlotValue } from './request/slot-value';
import type { Truth } from './truth';

/** Statements of which one has to apply. */
export class Statements {
  constructor(readonly list: readonly BoundStatement[]) {}

  /** Whether one of them applies, whoever asks. Makes no objects. */
  apply(resource: string, values: readonly SlotValue[]): Truth {
    const { list } = this;
    let truth: Truth = false;
    for (let index = 0; index < list.length; index += 1) {
      const one = (list[index] as BoundStatement).applies(resource, values);
      if (one === true) return true;
      if (one === undefined) truth = undefined;
    }
    return truth;
  }
}

/** The statements of one layer that speak of one action. */
export class Candidates {
  readonly denies: Statements;
  readonly allows: Statements;
  /** One of them allows whatever the request is, and whoever asks. */
  readonly alwaysAllows: boolean;

  constructor(statements: readonly BoundStatement[]) {
    this.denies = new Statements(statements.filter(({ denies }) => denies));
    this.allows = new Statements(statements.filter(({ denies }) => !denies));
    this.alwaysAllows = this.allows.list.some(
      ({ unconditional, principals }) => unconditional && principals === undefined,
    );
  }

  allow(resource: string, values: readonly SlotValue[]): Truth {
    return this.alwaysAllows || this.allows.apply(resource, values);
  }
}
