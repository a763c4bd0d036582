import type { Names } from '../../config/names';
import type { Organization } from '../../config/resolve-organization';
import type { Text } from '../../policies/policy';
import type { Assembly } from '../assembly';
import type { Assurance, Severity } from '../finding';

/** What a check looks at. */
export interface CheckSubject {
  readonly assembly: Assembly;
  readonly organization: Organization;
  readonly names: Names;
}

/** What a check saw. A pass says where, so that the report can count it; everything else says what is wrong, in both languages. */
export type CheckResult =
  | { readonly state: 'pass'; readonly stack?: string }
  | { readonly state: 'not-applicable'; readonly because: Text }
  | {
      readonly state: 'fail' | 'unknown';
      readonly stack?: string;
      readonly logicalId?: string;
      readonly message: Text;
    };

/**
 * A check of the whole assembly: what no rule can see that looks at one resource. The id is the file name and names the passing state.
 */
export interface Check {
  readonly id: string;
  readonly severity: Severity;
  readonly assurance: Assurance;
  /** What holds when it passes. */
  readonly promise: Text;
  readonly why: Text;
  readonly fix: Text;
  run(subject: CheckSubject): readonly CheckResult[];
}
