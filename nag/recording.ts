import type { CfnResource } from 'aws-cdk-lib';
import { type IApplyRule, NagMessageLevel, NagRuleCompliance, type NagRuleResult } from 'cdk-nag';
import { acknowledge } from '../constructs/acknowledge';
import type { PackRecord, RuleRecord, Severity, Waive } from './records';
import type { ResourceRegistry } from './resource-registry';
import type { RuleText } from './rule';

/** What a pack of ours knows about its rules beyond what cdk-nag asks for. */
export interface RuleDetails {
  readonly severity: Severity;
  readonly text?: RuleText;
}

interface OpenRecord extends RuleRecord {
  readonly compliant: RuleRecord['compliant'][number][];
  readonly nonCompliant: RuleRecord['nonCompliant'][number][];
  readonly unknown: RuleRecord['unknown'][number][];
  readonly notApplicable: Map<string, number>;
}

/**
 * Remembers how every rule of a pack judged every resource: compliant, non-compliant, unknown (the rule threw), not applicable.
 * cdk-nag itself reports violations only, and mixes up a rule that failed with a rule that could not be evaluated.
 *
 * Resources a rule does not apply to are counted per stack, not kept: an organization of 100 accounts has millions of them.
 */
export class Recording {
  private readonly rules = new Map<string, OpenRecord>();
  private evaluations = 0;

  constructor(
    private readonly pack: string,
    private readonly waive: Waive,
    private readonly resources: ResourceRegistry,
  ) {}

  /**
   * Evaluates a rule once. Answers the parameters to report it with when there is something to report: the same rule, which
   * now only repeats its result. Findings that a waiver accepts are acknowledged, so that CDK's report shows them as suppressed.
   */
  evaluate(params: IApplyRule, details?: RuleDetails): IApplyRule | undefined {
    const suffix = params.ruleSuffixOverride ?? params.rule.name;
    const record = this.recordOf(suffix, params, details);
    let result: NagRuleResult;
    try {
      result = params.rule(params.node);
    } catch (error) {
      this.recordUnknown(record, params.node, error);
      return { ...params, ruleSuffixOverride: suffix, rule: () => rethrow(error) };
    }
    if (result === NagRuleCompliance.NOT_APPLICABLE) {
      this.count(record, params.node);
      return undefined;
    }
    this.evaluations += 1;
    if (result === NagRuleCompliance.COMPLIANT || (Array.isArray(result) && result.length === 0)) {
      record.compliant.push(this.resources.describe(params.node));
      return undefined;
    }
    this.recordNonCompliant(record, params.node, Array.isArray(result) ? result : [undefined]);
    return { ...params, ruleSuffixOverride: suffix, rule: () => result };
  }

  toRecord(): PackRecord {
    return { pack: this.pack, evaluations: this.evaluations, rules: [...this.rules.values()] };
  }

  private recordOf(suffix: string, params: IApplyRule, details: RuleDetails | undefined): OpenRecord {
    const known = this.rules.get(suffix);
    if (known) return known;
    const record: OpenRecord = {
      id: `${this.pack}-${suffix}`,
      level: params.level === NagMessageLevel.ERROR ? 'error' : 'warning',
      severity: details?.severity ?? severityOf(params.level),
      info: params.info,
      explanation: params.explanation,
      text: details?.text,
      compliant: [],
      nonCompliant: [],
      unknown: [],
      notApplicable: new Map(),
    };
    this.rules.set(suffix, record);
    return record;
  }

  private count(record: OpenRecord, node: CfnResource): void {
    this.evaluations += 1;
    const { stack } = this.resources.describe(node);
    record.notApplicable.set(stack, (record.notApplicable.get(stack) ?? 0) + 1);
  }

  private recordUnknown(record: OpenRecord, node: CfnResource, error: unknown): void {
    this.evaluations += 1;
    const reason = error instanceof Error ? error.message : String(error);
    record.unknown.push({ resource: this.resources.describe(node), reason });
    this.acknowledgeIfWaived(node, record.id);
  }

  private recordNonCompliant(record: OpenRecord, node: CfnResource, granular: readonly (string | undefined)[]): void {
    const resource = this.resources.describe(node);
    for (const finding of granular) {
      const rule = finding === undefined ? record.id : `${record.id}[${finding}]`;
      record.nonCompliant.push({ resource, rule });
      this.acknowledgeIfWaived(node, rule);
    }
  }

  private acknowledgeIfWaived(node: CfnResource, ruleId: string): void {
    // As CDK writes ids.
    const rule = `${this.pack}::${ruleId}`.replaceAll(' ', '-');
    const { stack, path } = this.resources.describe(node);
    const waiver = this.waive({ rule, stack, path });
    if (waiver) withoutStackTrace(() => acknowledge(node, { rule, waiver: waiver.id, reason: waiver.reason }));
  }
}

function severityOf(level: NagMessageLevel): Severity {
  return level === NagMessageLevel.ERROR ? 'high' : 'medium';
}

/** CDK keeps a stack trace with each acknowledgement; that of a waiver would always say the same, thousands of times. */
function withoutStackTrace(action: () => void): void {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    action();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function rethrow(error: unknown): never {
  throw error;
}
