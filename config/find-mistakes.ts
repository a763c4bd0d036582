import type { z } from 'zod';
import type { Mistake } from './mistakes';
import { type OrganizationInput, organizationSchema } from './organization-schema';
import { rules } from './rules';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * Every mistake of a configuration at once: those of single fields, and those between fields as far as the fields that
 * are right allow a judgement. An empty list means that `organizationSchema.parse` succeeds.
 */
export function findMistakes(document: unknown): Mistake[] {
  const parsed = organizationSchema.safeParse(document);
  const issues = parsed.success ? [] : parsed.error.issues;
  const sound = withoutFaultyFields(document, issues);
  const mistakes = [...issues.flatMap((issue) => mistakesOf(issue, document)), ...rules.flatMap((rule) => rule(sound))];
  return mistakes.sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
}

function mistakesOf(issue: Issue, document: unknown): Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedKeys(issue.path);
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join('.'),
      what: 'is not a field',
      got: valueAt(document, [...issue.path, key]),
      advice: `a misspelt field would be ignored silently. Remove it or use one of ${allowed.join(', ')}`,
    }));
  }
  const path = issue.path.join('.') || '(file)';
  const got = valueAt(document, issue.path);
  if (got === undefined) {
    return [{ path, what: 'is missing', got, advice: 'the baseline cannot be built without it. Add it' }];
  }
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) {
    return [
      {
        path,
        what: `is not of type ${issue.expected}`,
        got,
        advice: 'see config/organization-schema.ts for the field. Correct it',
      },
    ];
  }
  // A message is `what; why. what to do`, or `what. What to do` where the reason is plain.
  const [, what = issue.message, separator, rest = 'see config/organization-schema.ts for the field. Correct it'] =
    /^(.*?)(; |\. )(.*)$/s.exec(issue.message) ?? [];
  const advice = separator === '. ' ? rest.charAt(0).toLowerCase() + rest.slice(1) : rest;
  return [{ path, what, got, advice }];
}

/** The keys the schema knows at a path; array indices are looked through. */
function allowedKeys(path: Path): string[] {
  let schema: unknown = organizationSchema;
  for (const key of path) {
    schema = unwrap(schema);
    const { shape, element } = schema as { shape?: Record<string, unknown>; element?: unknown };
    schema = shape ? shape[String(key)] : element;
  }
  return Object.keys((unwrap(schema) as { shape?: object }).shape ?? {});
}

function unwrap(schema: unknown): unknown {
  let inner = schema as { def?: { innerType?: unknown } };
  while (inner.def?.innerType) inner = inner.def.innerType as typeof inner;
  return inner;
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    document,
  );
}

/** A copy in which every field with an issue is absent, so that what remains has the type the schema promises. */
function withoutFaultyFields(document: unknown, issues: readonly Issue[]): DeepPartial<OrganizationInput> {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return {};
  const copy = structuredClone(document) as Record<PropertyKey, unknown>;
  for (const issue of issues) {
    const parent = valueAt(copy, issue.path.slice(0, -1));
    const last = issue.path.at(-1);
    if (last !== undefined && issue.code !== 'unrecognized_keys' && typeof parent === 'object' && parent !== null) {
      // Array elements become undefined, not removed: the rules report indices.
      (parent as Record<PropertyKey, unknown>)[last] = undefined;
    }
  }
  return copy as DeepPartial<OrganizationInput>;
}

/** Every field may be absent, at every depth. */
export type DeepPartial<T> = T extends readonly (infer Element)[]
  ? readonly (DeepPartial<Element> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: DeepPartial<T[Key]> | undefined }
    : T;
