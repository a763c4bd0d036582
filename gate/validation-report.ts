import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A resource or construct in CDK's validation report. */
export interface ReportedConstruct {
  readonly constructPath: string;
  readonly cloudFormationResource?: { readonly templatePath: string; readonly logicalId: string };
  readonly stackTraces?: readonly string[];
}

export interface ReportedViolation {
  readonly ruleName: string;
  readonly description: string;
  readonly suggestedFix?: string;
  readonly severity: string;
  readonly violatingConstructs: readonly ReportedConstruct[];
}

export interface ReportedSuppression extends ReportedViolation {
  readonly acknowledgedId: string;
  readonly reason?: string;
  readonly acknowledgedAt?: string;
}

/** What one plugin reported. A plugin without findings is not in the report at all. */
export interface PluginReport {
  readonly pluginName: string;
  readonly conclusion: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly violations: readonly ReportedViolation[];
  readonly suppressedViolations?: readonly ReportedSuppression[];
}

/**
 * Reads `validation-report.json` of a cloud assembly. The conclusion of each plugin is left aside: a pack with warnings only is a
 * `failure`, and one more acknowledgement makes it a `success`.
 *
 * @throws when the report is missing or is not what CDK writes: then nothing was judged
 */
export function readValidationReport(directory: string): readonly PluginReport[] {
  const path = join(directory, 'validation-report.json');
  if (!existsSync(path)) throw new Error(`${path} is missing: no check ran`);
  const report: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const plugins = typeof report === 'object' && report !== null && 'pluginReports' in report && report.pluginReports;
  if (!Array.isArray(plugins) || !plugins.every(isPluginReport)) {
    throw new Error(`${path} is not a validation report of this CDK version`);
  }
  return plugins;
}

function isPluginReport(value: unknown): value is PluginReport {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pluginName' in value &&
    typeof value.pluginName === 'string' &&
    'violations' in value &&
    Array.isArray(value.violations)
  );
}

/** The namespace of a plugin's rule ids, as CDK prints them. */
export function namespaceOf(pluginName: string): string {
  return pluginName === 'Construct Annotations' ? 'Annotation' : pluginName.replaceAll(' ', '-');
}

/** The id by which a rule of a plugin is acknowledged and waived. */
export function namespaced(pluginName: string, ruleName: string): string {
  return /^[^:[\]]+::/.test(ruleName)
    ? ruleName.replaceAll(' ', '-')
    : `${namespaceOf(pluginName)}::${ruleName.replaceAll(' ', '-')}`;
}
