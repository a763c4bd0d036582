import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type BuildOptions, buildSync, version } from 'esbuild';

/** Directories that hold the bundled code of the functions, by the names of constructs/function-code.ts. */
export interface FunctionDirectories {
  readonly applySettings: string;
  readonly converse: string;
  readonly markNotified: string;
  readonly trailMessages: string;
  readonly validateDigests: string;
  readonly assistantIngress: string;
  readonly assistantWorker: string;
  readonly assistantPoster: string;
}

const root = dirname(__dirname);

const options = {
  absWorkingDir: root,
  entryPoints: {
    'apply-settings/index': 'functions/apply-settings.ts',
    'converse/index': 'functions/converse.ts',
    'mark-notified/index': 'functions/mark-notified.ts',
    'trail-messages/index': 'functions/trail-messages.ts',
    'validate-digests/index': 'functions/validate-digests.ts',
    'assistant-ingress/index': 'functions/assistant-ingress.ts',
    'assistant-worker/index': 'functions/assistant-worker.ts',
    'assistant-poster/index': 'functions/assistant-poster.ts',
  },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  minify: true,
  sourcemap: false,
  legalComments: 'external',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * Bundles the Lambda functions with everything they import, the AWS SDK included: Lambda's own copy of the SDK may be too old
 * to know an API. Writes `<output>/<function>/index.js` and the notices that licences ask for beside it.
 *
 * The same sources give the same bytes, whatever the directory, so that the asset hash of a function changes only with its
 * code. Bundles whose sources have not changed since they were written to the same directory are kept: parsing the SDK takes
 * half a second, and every synth needs the bundles.
 *
 * Throws what esbuild throws when a source is missing or wrong.
 */
export function bundleFunctions(outputDirectory: string): FunctionDirectories {
  const output = resolve(outputDirectory);
  if (!isCurrent(output)) build(output);
  return {
    applySettings: join(output, 'apply-settings'),
    converse: join(output, 'converse'),
    markNotified: join(output, 'mark-notified'),
    trailMessages: join(output, 'trail-messages'),
    validateDigests: join(output, 'validate-digests'),
    assistantIngress: join(output, 'assistant-ingress'),
    assistantWorker: join(output, 'assistant-worker'),
    assistantPoster: join(output, 'assistant-poster'),
  };
}

/** Which sources made the bundles, and both as they were. */
interface BundleRecord {
  readonly sources: readonly string[];
  readonly sourcesHash: string;
  readonly bundles: readonly string[];
  readonly bundlesHash: string;
}

function build(output: string): void {
  const started = Date.now();
  const { outputFiles, metafile } = buildSync({ ...options, outdir: output, write: false, metafile: true });
  for (const { path, contents } of outputFiles) replaceFile(path, contents);
  const sources = [...Object.keys(metafile.inputs), 'package-lock.json', 'tsconfig.json'].sort();
  // A source that somebody saved in the meantime may or may not be in the bundle.
  if (sources.some((source) => statSync(join(root, source)).mtimeMs >= started)) return;
  const bundles = outputFiles.map(({ path }) => path.slice(output.length + 1)).sort();
  const record: BundleRecord = {
    sources,
    sourcesHash: hashOf(root, sources),
    bundles,
    bundlesHash: hashOf(output, bundles),
  };
  replaceFile(recordIn(output), JSON.stringify(record));
}

/** Contents decide, never times: a checkout or an install changes times and not always contents. */
function isCurrent(output: string): boolean {
  try {
    const record = JSON.parse(readFileSync(recordIn(output), 'utf8')) as BundleRecord;
    return record.sourcesHash === hashOf(root, record.sources) && record.bundlesHash === hashOf(output, record.bundles);
  } catch (error) {
    if (error instanceof SyntaxError || isMissingFile(error)) return false;
    throw error;
  }
}

function recordIn(output: string): string {
  return join(output, 'bundles.json');
}

function hashOf(directory: string, files: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([version, options, files]));
  for (const file of files) hash.update(readFileSync(join(directory, file))).update('\0');
  return hash.digest('hex');
}

/** All at once or not at all: another synth may read the file at the same moment. */
function replaceFile(path: string, contents: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, contents);
  renameSync(beside, path);
}

function isMissingFile(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
