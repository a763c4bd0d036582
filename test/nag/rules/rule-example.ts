import type { RuleFacts, Template, Verdict } from '../../../nag/rule';
import { rules } from '../../../nag/rules';

/** One change of a sound template. Without `to` the value is removed. */
export interface Change {
  readonly what: string;
  /** Dotted path into the resources: `Subject.Properties.RetentionInDays`. */
  readonly at: string;
  readonly to?: unknown;
}

/** A template whose resource `Subject` is as a rule wants it, and ways to change exactly one thing about it. */
export interface RuleExample {
  /** The id of the rule. */
  readonly rule: string;
  readonly passes: Template['Resources'];
  /** What is broken. `faults` are the parts the finding names; without them the resource fails as a whole. */
  readonly fails: readonly (Change & { readonly faults?: readonly string[] })[];
  /** Changes after which nobody can tell. */
  readonly unknown?: readonly Change[];
  /** Changes that are right, too. */
  readonly alsoPasses?: readonly Change[];
  /** Changes after which the rule has nothing to say. */
  readonly notApplicable?: readonly Change[];
}

const facts: RuleFacts = { governedRegions: ['ap-northeast-1', 'us-east-1'] };

export function judge(id: string, resources: Template['Resources']): Verdict {
  const rule = rules.find((candidate) => candidate.id === id);
  const entry = resources.Subject;
  if (!rule || !entry) throw new Error(`there is no rule ${id}, or its example has no Subject`);
  if (!rule.types.includes(entry.Type)) throw new Error(`${id} is not about ${entry.Type}`);
  const template = { Resources: resources };
  return rule.judge({ logicalId: 'Subject', entry, properties: entry.Properties ?? {}, template }, facts);
}

export function changed(resources: Template['Resources'], { at, to }: Change): Template['Resources'] {
  const copy = structuredClone(resources);
  const keys = at.split('.');
  const last = keys.pop() ?? '';
  let parent = copy as Record<string, unknown>;
  for (const key of keys) {
    if (typeof parent[key] !== 'object' || parent[key] === null) throw new Error(`${at} is not in the example`);
    parent = parent[key] as Record<string, unknown>;
  }
  if (to === undefined) delete parent[last];
  else parent[last] = to;
  return copy;
}

/** A value that CloudFormation decides at deployment. */
export const parameter = { Ref: 'Parameter' };
