import { setFlagsFromString } from 'node:v8';
import {
  CloudFormationValidatePlugin,
  type IPolicyValidationContext,
  type PolicyValidationPluginReport,
} from 'aws-cdk-lib';

/** Up to here compiling the engine fast is worth more than running it fast; measured with bench/. */
const fewStacks = 60;

/**
 * CloudFormation Validate, one stack at a time. The plugin gives every resource that breaks a rule the words of the first one it
 * found; judging each stack by itself keeps the words in the stack they are about.
 *
 * Counts what it judged: a plugin without findings is missing from CDK's report, as if it had never run.
 */
export class TemplateValidator extends CloudFormationValidatePlugin {
  private judgedTemplates = 0;

  /** The engine is 9 MB of WebAssembly; making it takes about 1 s and 200 to 300 MB. */
  static forStacks(count: number): TemplateValidator {
    // Without the optimizing compiler the engine takes 100 MB less, and half as long again for each further template.
    if (count <= fewStacks) setFlagsFromString('--liftoff-only');
    return new TemplateValidator();
  }

  override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const reports = context.stackTemplates.map((stackTemplate) => {
      const report = super.validate({
        ...context,
        stackTemplates: [stackTemplate],
        templatePaths: [stackTemplate.templatePath],
      });
      this.judgedTemplates += 1;
      return report;
    });
    return {
      success: reports.every(({ success }) => success),
      violations: reports.flatMap(({ violations }) => violations),
    };
  }

  toRecord(): { readonly pack: string; readonly rules: number; readonly templates: number } {
    return { pack: this.name, rules: this.ruleIds?.length ?? 0, templates: this.judgedTemplates };
  }
}
