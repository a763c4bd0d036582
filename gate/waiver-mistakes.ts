import type { Mistake } from '../config/mistakes';
import { addDays, type Day, daysBetween, maximumLifeDays } from './waiver-life';
import { type WaiverEntry, waiverSchema, waiversSchema } from './waiver-schema';

/** A mistake with the way to its value in the parsed file. */
export type WaiverMistake = Mistake & { readonly at: readonly PropertyKey[] };

/** Every mistake of a file of waivers: of single fields, between the fields of a waiver, and between waivers. */
export function findWaiverMistakes(content: unknown, today: Day): WaiverMistake[] {
  return [...mistakesOfFields(content), ...mistakesOfDates(content, today), ...mistakesOfIds(content)];
}

function mistakesOfFields(content: unknown): WaiverMistake[] {
  const parsed = waiversSchema.safeParse(content);
  const issues = parsed.success ? [] : parsed.error.issues;
  const mistakes = issues.flatMap((issue): WaiverMistake[] => {
    if (issue.code === 'unrecognized_keys') {
      const allowed = Object.keys(waiverSchema.shape).join(', ');
      return issue.keys.map((key) =>
        located(
          [...issue.path, key],
          content,
          'is not a field',
          `a misspelt field would be ignored. Use one of ${allowed}`,
        ),
      );
    }
    if (valueAt(content, issue.path) === undefined) {
      return [located(issue.path, content, 'is missing', 'every waiver needs it. Add it')];
    }
    const [, what = issue.message, advice = 'see gate/waiver-schema.ts for the field. Correct it'] =
      /^(.*?)(?:; |\. )(.*)$/s.exec(issue.message) ?? [];
    return [located(issue.path, content, what, advice)];
  });
  for (const [index, entry] of entriesOf(content)) {
    if (entry.stack === undefined && entry.path === undefined) {
      const advice = 'it would accept the finding everywhere. Add a stack or a construct path';
      mistakes.push(located([index], content, 'names neither stack nor path', advice, false));
    }
  }
  return mistakes;
}

function mistakesOfDates(content: unknown, today: Day): WaiverMistake[] {
  return entriesOf(content).flatMap(([index, entry]): WaiverMistake[] => {
    const parsed = waiverSchema.pick({ created: true, expires: true, risk: true }).safeParse({
      created: entry.created,
      expires: entry.expires,
      risk: entry.risk,
    });
    if (!parsed.success) return [];
    const { created, expires, risk } = parsed.data;
    if (daysBetween(today, created) > 0) {
      return [
        located(
          [index, 'created'],
          content,
          'is in the future',
          'a waiver starts on the day it is written. Correct it',
        ),
      ];
    }
    const longest = maximumLifeDays[risk];
    if (daysBetween(created, expires) <= 0) {
      return [located([index, 'expires'], content, 'is not after created', 'Correct one of the two')];
    }
    if (daysBetween(created, expires) > longest) {
      const advice = `a waiver of risk ${risk} lives at most ${longest} days. Use ${addDays(created, longest)} or earlier`;
      return [located([index, 'expires'], content, 'is too far away', advice)];
    }
    return [];
  });
}

function mistakesOfIds(content: unknown): WaiverMistake[] {
  const seen = new Set<unknown>();
  return entriesOf(content).flatMap(([index, { id }]): WaiverMistake[] => {
    if (typeof id !== 'string') return [];
    if (seen.has(id))
      return [located([index, 'id'], content, 'is used twice', 'ids are never used again. Take the next one')];
    seen.add(id);
    return [];
  });
}

function entriesOf(content: unknown): [number, Partial<Record<keyof WaiverEntry, unknown>>][] {
  if (!Array.isArray(content)) return [];
  return [...content.entries()].filter(([, entry]) => typeof entry === 'object' && entry !== null);
}

function located(
  at: readonly PropertyKey[],
  content: unknown,
  what: string,
  advice: string,
  withValue = true,
): WaiverMistake {
  return { at, path: at.join('.') || '(file)', what, got: withValue ? valueAt(content, at) : undefined, advice };
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    content,
  );
}
