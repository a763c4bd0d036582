import { existsSync, readFileSync } from 'node:fs';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { formatMistake } from '../config/mistakes';
import type { ProfileName } from '../config/profiles';
import type { Day } from './waiver-life';
import { findWaiverMistakes } from './waiver-mistakes';
import { globPattern, rulePattern } from './waiver-pattern';
import { type WaiverEntry, waiversSchema } from './waiver-schema';

/** What a waiver is asked about. `rule` is namespaced. */
export interface Waivable {
  readonly rule: string;
  readonly stack?: string;
  readonly path?: string;
}

/** A waiver of the file, ready to be asked. */
export interface Waiver extends WaiverEntry {
  /** `waivers.yaml:12`: the line to edit. */
  readonly place: string;
  /** Whether it names the finding. An expired waiver still names it. */
  names(finding: Waivable): boolean;
}

/**
 * Thrown when the file of waivers cannot be trusted; carries every mistake. Nothing is judged with half of the waivers.
 * Callers print `message` without a stack trace and end with exit code 3.
 */
export class WaiverMistakes extends Error {
  constructor(readonly mistakes: readonly string[]) {
    const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
    super([`${count} in the waivers; nothing was judged.`, ...mistakes.map((mistake) => `  ${mistake}`)].join('\n'));
    this.name = 'WaiverMistakes';
  }
}

/**
 * Loads and checks the waivers. Mistakes are reported all at once as `waivers.yaml:12:5 0.expires: what, got value; advice`.
 *
 * @param file a missing file means that there are no waivers
 * @param name what the report calls the file
 * @param today the day on which the gate judges
 * @throws WaiverMistakes
 */
export function loadWaivers(file: string, today: Day, name = file): readonly Waiver[] {
  if (!existsSync(file)) return [];
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const placeOf = (path: readonly PropertyKey[]): string => {
    const { line, col } = lines.linePos(offsetOf(document, path));
    return `${name}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    const describe = ({ message, pos }: { message: string; pos: [number, number] }) => {
      const { line, col } = lines.linePos(pos[0]);
      return `${name}:${line}:${col} ${message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}`;
    };
    throw new WaiverMistakes(document.errors.map(describe));
  }
  const content: unknown = document.toJS() ?? [];
  const mistakes = findWaiverMistakes(content, today);
  if (mistakes.length > 0) {
    const ordered = mistakes.map((mistake) => ({ mistake, offset: offsetOf(document, mistake.at) }));
    ordered.sort((a, b) => a.offset - b.offset);
    throw new WaiverMistakes(ordered.map(({ mistake }) => `${placeOf(mistake.at)} ${formatMistake(mistake)}`));
  }
  return waiversSchema.parse(content).map((entry, index) => makeWaiver(entry, `${name}:${lineOf(placeOf([index]))}`));
}

/** The waivers that are meant for an organization of this profile. */
export function waiversFor(profile: ProfileName, waivers: readonly Waiver[]): readonly Waiver[] {
  return waivers.filter(({ profiles }) => profiles === undefined || profiles.includes(profile));
}

function makeWaiver(entry: WaiverEntry, place: string): Waiver {
  const rule = rulePattern(entry.rule);
  const stack = entry.stack === undefined ? undefined : globPattern(entry.stack);
  const path = entry.path === undefined ? undefined : globPattern(entry.path);
  return {
    ...entry,
    place,
    names: (finding) =>
      rule.test(finding.rule) &&
      (stack === undefined || (finding.stack !== undefined && stack.test(finding.stack))) &&
      (path === undefined || (finding.path !== undefined && path.test(finding.path))),
  };
}

/** Where a value starts in the text; for a value that is missing, where the nearest thing around it starts. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}

function lineOf(place: string): string {
  return place.split(':').at(-2) ?? '1';
}
