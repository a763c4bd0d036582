import type { Text } from '../../policies/policy';
import type { JsonFault, Place } from './json-reader';
import type { LintKind } from './lint-kinds';
import type { PolicyUnderLint, StatementUnderLint } from './policy-under-lint';

/** An error makes the policy useless, dangerous or unacceptable to AWS; a warning needs a second look. */
export type Severity = 'error' | 'warning';

/** What a rule found at one place. */
export interface Fault {
  readonly at: Place;
  /** Its Sid is part of the finding. */
  readonly statement?: StatementUnderLint;
  /** @default the rule's */
  readonly severity?: Severity;
  /** What is wrong, with the value that was found. */
  readonly what: Text;
  /** What happens because of it. */
  readonly why: Text;
  /** What to do about it. */
  readonly fix: Text;
}

interface RuleHead {
  /** The file name; it names the fault. */
  readonly id: string;
  readonly title: Text;
  readonly severity: Severity;
  /** The page it follows, of AWS wherever AWS says it. */
  readonly reference: string;
}

/** Judges the text of a file. */
export interface JsonRule extends RuleHead {
  judge(fault: JsonFault): Fault | undefined;
}

/** Judges one policy. */
export interface PolicyRule extends RuleHead {
  judge(policy: PolicyUnderLint): Iterable<Fault>;
}

/** Judges the policies of one kind in one folder, which are taken to share a target. */
export interface FolderRule extends RuleHead {
  judge(policies: {
    readonly kind: LintKind;
    readonly count: number;
    readonly slots: number;
  }): Omit<Fault, 'at'> | undefined;
}
