import { relative, sep } from 'node:path';

/** Where a resource comes from. */
export interface ConstructPlace {
  readonly path: string;
  /** `stacks/audit-alerts-stack.ts:31`, relative; undefined when no code of the project made it. */
  readonly location?: string;
}

/** An acknowledgement that is written in code. Acknowledgements that waivers made are not here: they come after the metadata. */
export interface RecordedAcknowledgement {
  readonly stack: string;
  readonly path: string;
  /** As CDK stored it. A bare id is stored as `Annotation::<id>`. */
  readonly rule: string;
  readonly reason: string;
  readonly location?: string;
}

interface Entry {
  readonly type: string;
  readonly data?: unknown;
  readonly trace?: readonly string[];
}

/** Reads the metadata of one stack: construct path to entries. */
export function readMetadata(
  stack: string,
  metadata: unknown,
  root: string,
): {
  readonly places: ReadonlyMap<string, ConstructPlace>;
  readonly acknowledgements: readonly RecordedAcknowledgement[];
} {
  const places = new Map<string, ConstructPlace>();
  const acknowledgements: RecordedAcknowledgement[] = [];
  for (const [key, entries] of Object.entries((metadata ?? {}) as Record<string, readonly Entry[]>)) {
    const path = key.replace(/^\//, '');
    const created = entries.find(({ type }) => type === 'aws:cdk:creationStack')?.data;
    const location = locationOf(created, root);
    for (const { type, data, trace } of entries) {
      if (type === 'aws:cdk:logicalId' && typeof data === 'string') places.set(data, { path, location });
      if (type !== 'aws:cdk:acknowledged-rules' || typeof data !== 'object' || data === null) continue;
      for (const [rule, reason] of Object.entries(data)) {
        acknowledgements.push({
          stack,
          path,
          rule,
          reason: String(reason),
          location: locationOf(trace, root) ?? location,
        });
      }
    }
  }
  return { places, acknowledgements };
}

/**
 * The first line of a stack trace that is code below the root: `new Role (/project/constructs/role.ts:12:5)` becomes
 * `constructs/role.ts:12`. Never absolute: a report must not tell where it was made.
 */
export function locationOf(trace: unknown, root: string): string | undefined {
  if (!Array.isArray(trace)) return undefined;
  for (const line of trace) {
    const [, file, row] = /\((?:file:\/\/)?(.+?):(\d+):\d+\)\s*$/.exec(String(line)) ?? [];
    if (file === undefined) continue;
    const path = relative(root, file);
    if (path !== '' && !path.startsWith('..') && !path.includes('node_modules')) {
      return `${path.split(sep).join('/')}:${row}`;
    }
  }
  return undefined;
}
