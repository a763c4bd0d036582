import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type IPolicyValidationPlugin, Stack, Validations } from 'aws-cdk-lib';

/** An empty directory for a cloud assembly. */
export function emptyDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'ishizue-nag-'));
}

export interface ReportedPlugin {
  readonly pluginName: string;
  readonly conclusion: string;
  readonly metadata?: Record<string, string>;
  readonly violations: {
    ruleName: string;
    description: string;
    severity: string;
    violatingConstructs: { constructPath: string }[];
  }[];
  readonly suppressedViolations?: {
    ruleName: string;
    reason?: string;
    acknowledgedId: string;
    acknowledgedAt?: string;
    violatingConstructs: { constructPath: string }[];
  }[];
}

export interface Synthesized {
  readonly directory: string;
  /** What the plug-ins reported; empty when CDK wrote no report. */
  readonly plugins: readonly ReportedPlugin[];
  plugin(name: string): ReportedPlugin | undefined;
  readonly metadata: Record<string, { type: string; data: unknown }[]>;
}

/** Synthesizes an app of one stack named `stack` with plug-ins, as the gate does: findings do not end the synthesis. */
export function synthesizeFixture(
  fill: (stack: Stack) => void,
  plugins: (app: App) => IPolicyValidationPlugin[],
  context: Record<string, unknown> = {},
): Synthesized {
  const outdir = emptyDirectory();
  const app = new App({
    outdir,
    analyticsReporting: false,
    context: {
      '@aws-cdk/core:failSynthOnValidationErrors': false,
      '@aws-cdk/core:validateAgainstDefaultRules': true,
      ...context,
    },
  });
  fill(new Stack(app, 'stack', { env: { account: '111122223333', region: 'ap-northeast-1' } }));
  const registered = plugins(app);
  if (registered.length > 0) Validations.of(app).addPlugins(...registered);
  app.synth();
  const none: { pluginReports: ReportedPlugin[] } = { pluginReports: [] };
  const reported = readJson(join(outdir, 'validation-report.json'), none).pluginReports;
  return {
    directory: outdir,
    plugins: reported,
    plugin: (name) => reported.find(({ pluginName }) => pluginName === name),
    metadata: readJson<Synthesized['metadata']>(join(outdir, 'stack.metadata.json'), {}),
  };
}

function readJson<Content>(file: string, otherwise: Content): Content {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : otherwise;
}
