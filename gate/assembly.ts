import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConstructPlace, type RecordedAcknowledgement, readMetadata } from './assembly-metadata';

/** One entry of a template's `Resources`. */
export interface AssembledResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: unknown;
  readonly UpdateReplacePolicy?: unknown;
}

export interface AssembledTemplate {
  readonly Resources?: Readonly<Record<string, AssembledResource>>;
  readonly [section: string]: unknown;
}

/** A synthesized stack, as CloudFormation will receive it. */
export interface AssembledStack {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly terminationProtection: boolean;
  readonly template: AssembledTemplate;
  readonly resources: Readonly<Record<string, AssembledResource>>;
  /** Where each resource comes from, by logical id. */
  readonly places: ReadonlyMap<string, ConstructPlace>;
}

/** A cloud assembly: every stack with its template, and what was acknowledged in code. */
export interface Assembly {
  readonly stacks: readonly AssembledStack[];
  readonly acknowledgements: readonly RecordedAcknowledgement[];
}

interface StackArtifact {
  readonly type: string;
  readonly environment?: string;
  readonly properties?: { readonly templateFile?: string; readonly terminationProtection?: boolean };
  readonly additionalMetadataFile?: string;
}

/**
 * Reads a cloud assembly, stacks in the order of their ids.
 *
 * @param directory the directory CDK wrote
 * @param root source locations are made relative to it; what is outside of it has none
 * @throws when the assembly is missing, is not JSON, or holds nested assemblies, which the gate does not read
 */
export function readAssembly(directory: string, root: string): Assembly {
  const { artifacts = {} } = readJson(directory, 'manifest.json') as { artifacts?: Record<string, StackArtifact> };
  const nested = Object.keys(artifacts).find((id) => artifacts[id]?.type === 'cdk:cloud-assembly');
  if (nested) throw new Error(`${directory} holds the nested assembly ${nested}; the gate reads flat apps only`);
  const acknowledgements: RecordedAcknowledgement[] = [];
  const stacks = Object.entries(artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([id, artifact]): AssembledStack => {
      const template = readJson(directory, artifact.properties?.templateFile ?? '') as AssembledTemplate;
      const metadata = readMetadata(
        id,
        artifact.additionalMetadataFile ? readJson(directory, artifact.additionalMetadataFile) : {},
        root,
      );
      acknowledgements.push(...metadata.acknowledgements);
      const [, account = 'unknown', region = 'unknown'] =
        /^aws:\/\/([^/]+)\/(.+)$/.exec(artifact.environment ?? '') ?? [];
      return {
        id,
        account,
        region,
        terminationProtection: artifact.properties?.terminationProtection === true,
        template,
        resources: template.Resources ?? {},
        places: metadata.places,
      };
    })
    .sort((a, b) => compare(a.id, b.id));
  return { stacks, acknowledgements };
}

function readJson(directory: string, file: string): unknown {
  const path = join(directory, file);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** By code units, so that the order is the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
