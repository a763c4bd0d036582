import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type App, Validations } from 'aws-cdk-lib';
import { RecordedAwsSolutions } from './aws-solutions';
import { IshizueChecks } from './ishizue-checks';
import { RecordedNist80053R5 } from './nist-800-53-r5';
import type { PackRecord, Waive } from './records';
import { ResourceRegistry } from './resource-registry';
import type { RuleFacts } from './rule';
import type { TemplateValidation } from './template-validation';

export interface SynthesizeOptions {
  /** Where the cloud assembly is written. What an earlier synthesis left there is removed first. */
  readonly outdir: string;
  readonly facts: RuleFacts;
  /** The waiver that accepts a finding, if there is one. */
  readonly waive: Waive;
  /** CloudFormation Validate. @default it does not run */
  readonly templateValidation?: TemplateValidation;
  /** Called when the app is built, before it is synthesized and judged. */
  readonly onBuilt?: () => void;
}

/** The output directory holds something that no synthesis wrote, or another synthesis writes to it. */
export class AssemblyDirectoryInUse extends Error {
  override readonly name = 'AssemblyDirectoryInUse';
}

/** What one synthesis left to judge, as plain values. */
export interface Synthesis {
  readonly assemblyDirectory: string;
  readonly packs: readonly PackRecord[];
  /** What CloudFormation Validate looked at; undefined when it was not asked to. */
  readonly validator?: { readonly pack: string; readonly rules: number; readonly templates: number };
}

/**
 * Synthesizes an app once, in this process, with every check registered once on the app: cdk-nag's AwsSolutions and NIST 800-53,
 * our own pack and CloudFormation Validate. Findings never end the synthesis; they are in `validation-report.json` and in the records.
 *
 * @param build builds the app with the given output directory and context; it must not register checks itself
 */
export function synthesize(
  build: (options: { readonly outdir: string; readonly context: Record<string, unknown> }) => App,
  { outdir, facts, waive, templateValidation, onBuilt }: SynthesizeOptions,
): Synthesis {
  removeAssembly(outdir);
  const app = build({ outdir, context });
  const resources = new ResourceRegistry();
  const packs = [
    new RecordedAwsSolutions(waive, resources),
    new RecordedNist80053R5(waive, resources),
    new IshizueChecks(facts, waive, resources),
  ];
  const [first, last] = templateValidation ? [[templateValidation.start], [templateValidation.plugin]] : [[], []];
  Validations.of(app).addPlugins(...first, ...packs, ...last);
  onBuilt?.();
  return {
    assemblyDirectory: synthesizeAlone(app, outdir),
    packs: packs.map((pack) => pack.toRecord()),
    validator: templateValidation?.toRecord(),
  };
}

const context = {
  // The gate judges the report; without this the synthesis would throw at the first finding.
  '@aws-cdk/core:failSynthOnValidationErrors': false,
  // Otherwise CDK reports broken templates as warnings and calls the validation a success.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/core:annotationsInValidationReport': true,
  'aws:cdk:version-reporting': false,
};

/** CDK notices when the directory changes while it is judged; the only way that happens is a second synthesis. */
function synthesizeAlone(app: App, outdir: string): string {
  try {
    return app.synth().directory;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'IllegalPluginOperation') throw error;
    throw new AssemblyDirectoryInUse(
      `${outdir}: was changed while it was judged; another synthesis runs in this directory. Wait for it and run the gate again`,
    );
  }
}

/** What a synthesis writes; one that failed half-way leaves the assets only. */
const assemblyEntries =
  /^(asset\..+|assembly-.+|cdk\.out|manifest\.json|tree\.json|validation-report\.json|.+\.(template|assets|metadata)\.json)$/;

/** Stale assets of an earlier synthesis would be hashed again by every validation. */
function removeAssembly(outdir: string): void {
  const directory = resolve(outdir);
  if (!existsSync(directory)) return;
  const foreign = readdirSync(directory).find((entry) => !assemblyEntries.test(entry));
  if (foreign !== undefined) {
    throw new AssemblyDirectoryInUse(
      `${join(outdir, foreign)}: is not part of a cloud assembly; ${outdir} is removed before every synthesis. Move the file away`,
    );
  }
  rmSync(directory, { recursive: true });
}
