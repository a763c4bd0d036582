import type { Text } from '../policies/policy';
import type { Severity } from './records';

/** What a finding says to people: what is wrong, why it matters, how to put it right. */
export interface RuleText {
  readonly what: Text;
  readonly why: Text;
  readonly fix: Text;
}

/** A synthesized template as far as rules read it. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateEntry>>;
}

/** One entry of a template's `Resources`. */
export interface TemplateEntry {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: unknown;
  readonly UpdateReplacePolicy?: unknown;
}

/** The resource a rule judges: what CloudFormation will receive, not what a construct was given. */
export interface RuleSubject {
  readonly logicalId: string;
  readonly entry: TemplateEntry;
  readonly properties: Readonly<Record<string, unknown>>;
  /** The template the resource is in, for rules that look at two resources. */
  readonly template: Template;
}

/** Facts of the organization that rules compare with. */
export interface RuleFacts {
  readonly governedRegions: readonly string[];
}

/**
 * The judgement of one resource. A list names each fault and becomes the bracketed part of the finding's id:
 * `Ishizue-organizations-policy-statement-has-sid[Statement.2]`; an empty list is compliant.
 */
export type Verdict = 'compliant' | 'non-compliant' | 'not-applicable' | readonly string[];

/**
 * A rule of our own. The id is the file name and names the passing state.
 *
 * `judge` throws `UnknownValue` when the answer depends on a value that is not in the template: unknown is never a pass.
 */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** The resource types it judges; every other type is not applicable. */
  readonly types: readonly string[];
  readonly text: RuleText;
  /** The AWS page it follows. */
  readonly reference: string;
  judge(subject: RuleSubject, facts: RuleFacts): Verdict;
}
