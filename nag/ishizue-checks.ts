import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type CfnResource, type IPolicyValidationContext, type PolicyValidationPluginReport, Stack } from 'aws-cdk-lib';
import { type IApplyRule, NagMessageLevel, NagPack, NagRuleCompliance, type NagRuleResult } from 'cdk-nag';
import { Recording } from './recording';
import type { PackRecord, Waive } from './records';
import type { ResourceRegistry } from './resource-registry';
import type { Rule, RuleFacts, RuleSubject, Template, Verdict } from './rule';
import { rules } from './rules';

/**
 * The project's own pack: what cdk-nag has no rules for, such as Bedrock, GuardDuty, Security Hub, Inspector, Organizations and
 * Identity Center. Its rules read the synthesized templates, so property overrides count.
 */
export class IshizueChecks extends NagPack {
  readonly name = 'Ishizue';
  private readonly recording: Recording;
  private readonly templates = new Map<string, Template>();

  constructor(
    private readonly facts: RuleFacts,
    waive: Waive,
    private readonly resources: ResourceRegistry,
  ) {
    super(undefined, { verbose: true });
    this.packName = this.name;
    this.recording = new Recording(this.packName, waive, resources);
  }

  override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    for (const { templatePath } of context.stackTemplates) {
      // An empty stack has no `Resources` at all.
      const template: Template = { Resources: {}, ...JSON.parse(readFileSync(templatePath, 'utf8')) };
      this.templates.set(basename(templatePath), template);
    }
    return super.validate(context);
  }

  protected override checkResource(node: CfnResource): void {
    for (const rule of rules) {
      this.applyRule({
        node,
        ruleSuffixOverride: rule.id,
        info: `${rule.text.what.en} ${rule.text.why.en}`,
        explanation: rule.text.fix.en,
        level: NagMessageLevel.ERROR,
        rule: () => this.judge(rule, node),
      });
    }
  }

  protected override applyRule(params: IApplyRule): void {
    const rule = rulesById.get(params.ruleSuffixOverride ?? '') as Rule;
    const reportable = this.recording.evaluate(params, { severity: rule.severity, text: rule.text });
    if (reportable) super.applyRule(reportable);
  }

  toRecord(): PackRecord {
    return this.recording.toRecord();
  }

  private judge(rule: Rule, node: CfnResource): NagRuleResult {
    if (!rule.types.includes(node.cfnResourceType)) return NagRuleCompliance.NOT_APPLICABLE;
    const subject = this.subjectOf(node);
    return subject ? resultOf(rule.judge(subject, this.facts)) : NagRuleCompliance.NOT_APPLICABLE;
  }

  /** Undefined for a construct that decided not to be deployed. */
  private subjectOf(node: CfnResource): RuleSubject | undefined {
    const { templateFile } = Stack.of(node);
    const template = this.templates.get(templateFile);
    if (!template) throw new Error(`${templateFile} was not among the templates to validate`);
    const { logicalId } = this.resources.describe(node);
    const entry = template.Resources[logicalId];
    return entry && { logicalId, entry, properties: entry.Properties ?? {}, template };
  }
}

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

function resultOf(verdict: Verdict): NagRuleResult {
  if (verdict === 'compliant') return NagRuleCompliance.COMPLIANT;
  if (verdict === 'non-compliant') return NagRuleCompliance.NON_COMPLIANT;
  if (verdict === 'not-applicable') return NagRuleCompliance.NOT_APPLICABLE;
  return [...verdict];
}
