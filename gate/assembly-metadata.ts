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
  return { places: withNearbyLocations(places), acknowledgements };
}

/**
 * What a library makes on behalf of a construct, such as the default policy of a role, shows no code of the project in its short stack
 * trace. It gets the location of the nearest thing next to or above it: that is where a reader has to look.
 */
function withNearbyLocations(places: ReadonlyMap<string, ConstructPlace>): ReadonlyMap<string, ConstructPlace> {
  const nearby = new Map<string, string>();
  for (const { path, location } of places.values()) {
    for (const ancestor of location === undefined ? [] : ancestorsOf(path)) {
      if (location !== undefined && !nearby.has(ancestor)) nearby.set(ancestor, location);
    }
  }
  const locate = ({ path, location }: ConstructPlace): ConstructPlace => {
    const near = ancestorsOf(path).find((ancestor) => nearby.has(ancestor));
    return { path, location: location ?? (near === undefined ? undefined : nearby.get(near)) };
  };
  return new Map([...places].map(([logicalId, place]) => [logicalId, locate(place)]));
}

/** `a/b/c`: `a/b`, `a`. */
function ancestorsOf(path: string): string[] {
  const names = path.split('/');
  return names.slice(1).map((_name, index) => names.slice(0, names.length - 1 - index).join('/'));
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
