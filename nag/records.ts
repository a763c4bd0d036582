import type { RuleText } from './rule';

export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** A CloudFormation resource that rules judged. */
export interface JudgedResource {
  /** Artifact id of the stack in the cloud assembly; in a flat app the stack's id. */
  readonly stack: string;
  readonly path: string;
  readonly logicalId: string;
  readonly type: string;
}

/** How one rule judged every resource. */
export interface RuleRecord {
  /** The rule's id in its pack, such as `AwsSolutions-S1`. */
  readonly id: string;
  readonly level: 'error' | 'warning';
  readonly severity: Severity;
  readonly info: string;
  readonly explanation: string;
  /** What, why and fix in both languages; only the project's own rules have it. */
  readonly text?: RuleText;
  readonly compliant: readonly JudgedResource[];
  /** `rule` is the rule's id with the granular part, such as `AwsSolutions-IAM5[Resource::*]`. */
  readonly nonCompliant: readonly { readonly resource: JudgedResource; readonly rule: string }[];
  /** The rule threw: it could not be evaluated, which is neither a pass nor a failure. */
  readonly unknown: readonly { readonly resource: JudgedResource; readonly reason: string }[];
  /** Number of resources the rule does not apply to, by stack. */
  readonly notApplicable: ReadonlyMap<string, number>;
}

/** What one pack did. */
export interface PackRecord {
  readonly pack: string;
  /** Rules times resources. Zero means that the pack looked at nothing. */
  readonly evaluations: number;
  readonly rules: readonly RuleRecord[];
}

/** Whether a waiver accepts a finding. `rule` is namespaced: `AwsSolutions::AwsSolutions-S1`. */
export type Waive = (finding: {
  readonly rule: string;
  readonly stack: string;
  readonly path: string;
}) => { readonly id: string; readonly reason: string } | undefined;
