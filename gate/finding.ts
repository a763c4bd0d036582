import type { Text } from '../policies/policy';

export type Severity = 'critical' | 'high' | 'medium' | 'low';

export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/**
 * `fail`: the check looked and it is wrong. `unknown`: the check could not know, for instance because the value is decided at
 * deployment. `error`: the check itself broke. Only a pass is a pass: the last two end the gate with exit code 2.
 */
export type FindingState = 'fail' | 'unknown' | 'error';

/** `proved`: the value itself is in the template. `asserted`: it is asked for, and only AWS can say whether it took effect. */
export type Assurance = 'proved' | 'asserted';

/** Something that is not as it should be, or cannot be judged. */
export interface Finding {
  /** Namespaced id, with the granular part: `AwsSolutions::AwsSolutions-IAM5[Resource::*]`. Waivers name it. */
  readonly check: string;
  readonly pack: string;
  readonly severity: Severity;
  readonly state: FindingState;
  readonly stack?: string;
  readonly account?: string;
  readonly region?: string;
  /** Construct path. */
  readonly path?: string;
  readonly logicalId?: string;
  /** Where the construct is made, relative to the working directory: `stacks/audit-alerts-stack.ts:31`. */
  readonly location?: string;
  /** What is wrong. */
  readonly title: Text;
  /** Which part of the resource: the bracketed part of the id, such as `Resource::*`. */
  readonly detail?: string;
  /** Why it matters. */
  readonly why?: Text;
  /** What to do. */
  readonly fix: Text;
  readonly assurance: Assurance;
  /** Id of the waiver that accepts it. */
  readonly waiver?: string;
}

/** How often each state was seen; what one pack says about one stack, one account or everything. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly unknown: number;
  readonly waived: number;
  readonly notApplicable: number;
}

/** The same words in both languages: text of a library that has English only. */
export function english(text: string): Text {
  return { en: text, ja: text };
}
