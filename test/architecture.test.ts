import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

const root = join(__dirname, '..');

/** What a folder may import. `types` are importable with `import type` only. */
interface ImportRule {
  readonly folders: readonly string[];
  readonly typesOf?: readonly string[];
  readonly packages: readonly RegExp[];
  readonly typesOfPackages?: readonly RegExp[];
  readonly environment?: boolean;
}

const cdk = /^aws-cdk-lib(\/|$)/;
const construct = /^constructs$/;
const sdk = /^@aws-sdk\//;

const rules: Record<string, ImportRule> = {
  policies: { folders: [], packages: [] },
  evaluator: { folders: [], packages: [] },
  controls: { folders: [], packages: [] },
  queries: { folders: [], typesOf: ['policies'], packages: [] },
  insights: { folders: [], packages: [] },
  config: { folders: [], typesOf: ['policies', 'queries'], packages: [/^zod$/, /^node:/] },
  cost: { folders: ['config', 'terminal'], typesOf: ['policies'], packages: [/^picocolors$/, /^commander$/] },
  settings: { folders: [], typesOf: ['config'], packages: [], typesOfPackages: [sdk] },
  constructs: { folders: [], typesOf: ['insights', 'policies'], packages: [cdk, construct] },
  stacks: {
    folders: ['constructs', 'insights', 'policies', 'queries', 'settings'],
    typesOf: ['config'],
    packages: [cdk, construct],
  },
  nag: { folders: ['constructs'], typesOf: ['policies'], packages: [cdk, construct, /^cdk-nag(\/|$)/, /^node:/] },
  guardrail: {
    folders: ['config', 'policies', 'terminal'],
    packages: [sdk, /^@smithy\/node-http-handler$/, /^node:/, /^zod$/, /^yaml$/, /^picocolors$/, /^commander$/],
  },
  integrity: { folders: ['terminal'], typesOf: ['policies'], packages: [sdk, /^node:/, /^picocolors$/, /^commander$/] },
  functions: { folders: ['integrity', 'settings'], packages: [sdk, /^node:/, /^esbuild$/], environment: true },
  local: { folders: ['functions', 'terminal'], packages: [/^node:/, /^commander$/], typesOfPackages: [sdk] },
  gate: {
    folders: ['config', 'cost', 'policies', 'controls', 'evaluator', 'settings', 'terminal'],
    packages: [sdk, /^node:/, /^zod$/, /^yaml$/, /^picocolors$/, /^commander$/, /^@cloud-copilot\/iam-data$/],
  },
  explain: {
    folders: ['config', 'evaluator', 'policies', 'terminal'],
    packages: [/^node:/, /^picocolors$/, /^commander$/],
  },
  doctor: { folders: ['config', 'policies', 'terminal'], packages: [sdk, /^picocolors$/, /^commander$/] },
  'who-asked': {
    folders: ['config', 'doctor', 'insights', 'terminal'],
    typesOf: ['functions', 'policies'],
    packages: [sdk, /^node:/, /^picocolors$/, /^commander$/],
  },
  terminal: { folders: [], packages: [] },
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

const importsOf = (folder: string) => sourceFiles(folder).flatMap((file) => importsIn(file));

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsIn(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm);
  return [...statements].map(([, type, from]) => ({ file, from: from as string, typeOnly: type !== undefined }));
}

/** The top-level folder a relative import leads to, or undefined for a package. */
function folderOf({ file, from }: Import): string | undefined {
  if (!from.startsWith('.')) return undefined;
  return relative(root, join(dirname(file), from)).split(sep)[0];
}

function offences(folder: string, rule: ImportRule): string[] {
  return importsOf(folder).flatMap((found) => {
    const target = folderOf(found);
    const allowed =
      target === undefined
        ? [...rule.packages, ...(found.typeOnly ? (rule.typesOfPackages ?? []) : [])].some((name) =>
            name.test(found.from),
          )
        : [folder, ...rule.folders, ...(found.typeOnly ? (rule.typesOf ?? []) : [])].includes(target);
    return allowed ? [] : [`${relative(root, found.file)} imports ${found.from}`];
  });
}

describe('the architecture', () => {
  test.each(Object.entries(rules))('%s imports only what its row allows', (folder, rule) => {
    expect(offences(folder, rule)).toEqual([]);
  });

  test.each(Object.entries(rules).filter(([, rule]) => !rule.environment))(
    '%s does not read the environment',
    (folder) => {
      const readers = sourceFiles(folder).filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')));
      expect(readers.map((file) => relative(root, file))).toEqual([]);
    },
  );

  test('no stack imports another stack', () => {
    const found = importsOf('stacks').filter(({ from }) => /-stack$/.test(from));
    expect(found.map(({ file, from }) => `${relative(root, file)} imports ${from}`)).toEqual([]);
  });

  test('constructs/ has no barrel file, which would shadow the npm package of that name', () => {
    expect(sourceFiles('constructs').map((file) => relative(root, file))).not.toContain('constructs/index.ts');
  });

  test('bin/ holds the two entry points and nothing else', () => {
    expect(readdirSync(join(root, 'bin')).sort()).toEqual(['app.ts', 'ishizue.ts']);
  });

  test('no folder at the top has a name that says nothing', () => {
    const names = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const meaningless = ['lib', 'src', 'utils', 'common', 'helpers', 'shared', 'misc'];
    expect(names.map(({ name }) => name).filter((name) => meaningless.includes(name))).toEqual([]);
  });

  test('only constructs/acknowledge.ts acknowledges findings', () => {
    const callers = [...Object.keys(rules), 'bin']
      .flatMap(sourceFiles)
      .filter((file) => /\.acknowledge\(/.test(readFileSync(file, 'utf8')));
    expect(callers.map((file) => relative(root, file))).toEqual(['constructs/acknowledge.ts']);
  });

  test('every package that is imported is a dependency with an exact version', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const imported = new Set(
      [...Object.keys(rules), 'bin']
        .flatMap(importsOf)
        .map(({ from }) => from)
        .filter((from) => !from.startsWith('.') && !from.startsWith('node:') && !builtinModules.includes(from))
        .map((from) =>
          from
            .split('/')
            .slice(0, from.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    );
    expect([...imported].filter((name) => !/^\d+\.\d+\.\d+/.test(manifest.dependencies[name] ?? ''))).toEqual([]);
  });
});
