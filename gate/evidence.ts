import type { Text } from '../policies/policy';
import type { Severity } from './finding';

/** A CloudFormation resource that rules judged. */
export interface EvidenceResource {
  readonly stack: string;
  readonly path: string;
  readonly logicalId: string;
}

/** How one rule of a cdk-nag pack judged every resource. */
export interface RuleEvidence {
  readonly id: string;
  readonly level: 'error' | 'warning';
  readonly severity: Severity;
  readonly info: string;
  readonly explanation: string;
  readonly text?: { readonly what: Text; readonly why: Text; readonly fix: Text };
  readonly compliant: readonly EvidenceResource[];
  readonly nonCompliant: readonly { readonly resource: EvidenceResource; readonly rule: string }[];
  readonly unknown: readonly { readonly resource: EvidenceResource; readonly reason: string }[];
  /** Number of resources the rule does not apply to, by stack. */
  readonly notApplicable: ReadonlyMap<string, number>;
}

export interface PackEvidence {
  readonly pack: string;
  /** Rules times resources. */
  readonly evaluations: number;
  readonly rules: readonly RuleEvidence[];
}

/**
 * What a synthesis left for the gate to judge, as plain values: the gate itself knows nothing of the CDK.
 * `validation-report.json`, the templates and the metadata are read from the assembly directory.
 */
export interface Evidence {
  readonly assemblyDirectory: string;
  readonly packs: readonly PackEvidence[];
  /** What CloudFormation Validate looked at; undefined when it did not run. */
  readonly validator?: { readonly pack: string; readonly rules: number; readonly templates: number };
}
