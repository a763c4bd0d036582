import type { Text } from '../../policies/policy';
import { assumeKind } from './assume-kind';
import { type JsonObject, type JsonReading, type Place, readJson } from './json-reader';
import { LineNumbers, type Position } from './line-numbers';
import type { LintKind } from './lint-kinds';
import { isLoneStatement, member, policyUnderLint, statementsOf } from './policy-under-lint';
import type { Fault, Severity } from './rule';
import { folderRules, jsonRules, policyRules } from './rules';
import { ServiceReference } from './service-reference';

/** A text to lint. */
export interface LintSource {
  /** The path people see. */
  readonly file: string;
  readonly text: string;
  /** Lines and columns of the text mean something in the file; not so for a policy that was rendered from code. */
  readonly located: boolean;
  /** Known already, such as for the policies of our own pack. */
  readonly kind?: LintKind;
  /** Somebody named the file itself: it has to be a policy. A file found in a folder may be something else. */
  readonly named: boolean;
}

export interface LintOptions {
  /** @default assumed for each policy */
  readonly kind?: LintKind;
  /** How many policies of one kind the target of each folder can take. @default not judged */
  readonly slots?: number;
}

/** One thing that is wrong, and where. */
export interface LintFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  /** Place in the document, such as `Statement[0].Action[1]`; empty for the document or a folder. */
  readonly path: string;
  readonly start?: Position;
  readonly end?: Position;
  readonly sid?: string;
  readonly what: Text;
  readonly why: Text;
  readonly fix: Text;
}

/** A policy that was linted, or a text that could not be read as one. */
export interface LintedFile {
  readonly file: string;
  /** Absent when the text is not JSON. */
  readonly kind?: LintKind;
  /** Why the kind was assumed; absent when it was given. */
  readonly because?: Text;
  readonly statements: number;
  readonly characters: number;
}

export interface LintReport {
  /** The day of the service authorization reference that was used. */
  readonly asOf: string;
  readonly files: readonly LintedFile[];
  /** Files in folders that hold no policy. */
  readonly skipped: readonly string[];
  /** Files somebody named that hold no policy: nothing can be said of them. */
  readonly withoutPolicy: readonly string[];
  /** By file, then by place. */
  readonly findings: readonly LintFinding[];
}

interface ReadSource {
  readonly source: LintSource;
  readonly reading: JsonReading;
}

/**
 * Judges every text by every rule. Needs no network: what AWS knows is in the installed reference data, of which only the
 * services the policies name are read.
 */
export async function lint(sources: readonly LintSource[], options: LintOptions = {}): Promise<LintReport> {
  const read = sources.map((source) => ({ source, reading: readJson(source.text) }));
  const policies = read.filter(({ source, reading }) => isPolicy(reading, source));
  const others = read.filter((one) => !policies.includes(one)).map(({ source }) => source);
  const reference = await referenceFor(policies);
  const linted = policies.map((one) => lintOne(one, options, reference));
  const files = linted.map(({ file }) => file);
  return {
    asOf: reference.asOf,
    files,
    skipped: others.filter(({ named }) => !named).map(({ file }) => file),
    withoutPolicy: others.filter(({ named }) => named).map(({ file }) => file),
    findings: [...lintFolders(files, options), ...linted.flatMap(({ findings }) => findings)].sort(byPlace),
  };
}

/** What has the elements of a policy is one; so is a text that is no JSON but seems to have them. */
function isPolicy({ root, faults }: JsonReading, { text, named }: LintSource): boolean {
  if (root === undefined) return named || (faults.length > 0 && /"(Statement|Effect)"/.test(text));
  if (root.kind !== 'object') return false;
  const version = member(root, 'Version');
  const versioned = version?.kind === 'text' && /^20\d\d-10-17$/.test(version.text);
  return versioned || member(root, 'Statement') !== undefined || isLoneStatement(root);
}

async function referenceFor(policies: readonly ReadSource[]): Promise<ServiceReference> {
  const statements = policies.flatMap(({ reading: { root } }) => (root?.kind === 'object' ? statementsOf(root) : []));
  const actions = statements.flatMap((statement) => statement.actions.map(({ text }) => text.split(':')[0] ?? ''));
  const keys = statements.flatMap((statement) => statement.conditions.map(({ key }) => key.text));
  return ServiceReference.load([...actions, ...keys.map((key) => key.split(':')[0] ?? '')], keys);
}

function lintOne(
  { source, reading }: ReadSource,
  options: LintOptions,
  reference: ServiceReference,
): { file: LintedFile; findings: readonly LintFinding[] } {
  const { file, text } = source;
  const locate = locator(source);
  const ofJson = reading.faults.flatMap((fault) =>
    jsonRules.flatMap((rule) => {
      const found = rule.judge(fault);
      return found === undefined ? [] : [{ ...findingOf(found, rule), file, ...locate(found.at) }];
    }),
  );
  const size = { file, characters: text.length };
  if (reading.root?.kind !== 'object') return { file: { ...size, statements: 0 }, findings: ofJson };
  const { kind, because } = kindOf(source, reading.root, options);
  const policy = policyUnderLint(reading.root, { kind, text, reference });
  const ofPolicy = policyRules.flatMap((rule) =>
    [...rule.judge(policy)].map((found) => ({ ...findingOf(found, rule), file, ...locate(found.at) })),
  );
  return {
    file: { ...size, kind, ...(because === undefined ? {} : { because }), statements: policy.statements.length },
    findings: [...ofJson, ...ofPolicy],
  };
}

function kindOf(source: LintSource, root: JsonObject, options: LintOptions): { kind: LintKind; because?: Text } {
  const given = source.kind ?? options.kind;
  return given === undefined ? assumeKind(source.file, root) : { kind: given };
}

function findingOf(found: Omit<Fault, 'at'>, rule: { readonly id: string; readonly severity: Severity }) {
  const { severity = rule.severity, statement, what, why, fix } = found;
  const sid = statement?.sid?.text;
  return { rule: rule.id, severity, ...(sid === undefined || sid === '' ? {} : { sid }), what, why, fix };
}

function locator({ text, located }: LintSource): (at: Place) => Pick<LintFinding, 'path' | 'start' | 'end'> {
  if (!located) return ({ path }) => ({ path });
  const lines = new LineNumbers(text);
  return ({ path, start, end }) => ({ path, start: lines.positionOf(start), end: lines.positionOf(end) });
}

function lintFolders(files: readonly LintedFile[], { slots }: LintOptions): LintFinding[] {
  if (slots === undefined) return [];
  const groups = new Map<string, { folder: string; kind: LintKind; count: number }>();
  for (const { file, kind } of files) {
    if (kind === undefined) continue;
    const folder = file.replace(/[^/\\]*$/, '') || '.';
    const group = groups.get(`${kind} ${folder}`) ?? { folder, kind, count: 0 };
    groups.set(`${kind} ${folder}`, { ...group, count: group.count + 1 });
  }
  return [...groups.values()].flatMap(({ folder, kind, count }) =>
    folderRules.flatMap((rule) => {
      const found = rule.judge({ kind, count, slots });
      return found === undefined ? [] : [{ ...findingOf(found, rule), file: folder, path: '' }];
    }),
  );
}

/** Compares numbers in a path as numbers: `Statement[9]` comes before `Statement[10]`. */
const paths = new Intl.Collator('en', { numeric: true });

function byPlace(a: LintFinding, b: LintFinding): number {
  return (
    compare(a.file, b.file) ||
    (a.start?.line ?? 0) - (b.start?.line ?? 0) ||
    (a.start?.column ?? 0) - (b.start?.column ?? 0) ||
    paths.compare(a.path, b.path) ||
    compare(a.rule, b.rule)
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
