import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namesOf } from '../../config/names';
import type { OrganizationInput } from '../../config/organization-schema';
import type { AssembledResource, AssembledStack, Assembly } from '../../gate/assembly';
import type { Check, CheckResult, CheckSubject } from '../../gate/checks/check';
import { exampleOrganization } from '../helpers/example';

export const accounts = exampleOrganization().accounts;

/** A stack as the gate reads it; by default an unremarkable one of the audit account. */
export function stackOf(
  id: string,
  resources: Record<string, AssembledResource>,
  more: Partial<AssembledStack> = {},
): AssembledStack {
  return {
    id,
    account: accounts.audit.id,
    region: 'ap-northeast-1',
    terminationProtection: true,
    template: { Resources: resources },
    resources,
    places: new Map(Object.keys(resources).map((logicalId) => [logicalId, { path: `${id}/${logicalId}` }])),
    ...more,
  };
}

export const topic: AssembledResource = { Type: 'AWS::SNS::Topic' };

export function assemblyOf(...stacks: AssembledStack[]): Assembly {
  return { stacks, acknowledgements: [] };
}

export function subjectOf(stacks: AssembledStack[], overrides: Partial<OrganizationInput> = {}): CheckSubject {
  const organization = exampleOrganization(overrides);
  return { assembly: assemblyOf(...stacks), organization, names: namesOf(organization) };
}

/** What a check says about stacks, without its passes. */
export function faultsOf(
  check: Check,
  stacks: AssembledStack[],
  overrides: Partial<OrganizationInput> = {},
): CheckResult[] {
  return check.run(subjectOf(stacks, overrides)).filter(({ state }) => state !== 'pass');
}

export function passesOf(
  check: Check,
  stacks: AssembledStack[],
  overrides: Partial<OrganizationInput> = {},
): CheckResult[] {
  return check.run(subjectOf(stacks, overrides)).filter(({ state }) => state === 'pass');
}

/** The English words of what is wrong. */
export function messagesOf(results: readonly CheckResult[]): string[] {
  return results.map((result) => ('message' in result ? result.message.en : result.state));
}

/** A custom resource that applies settings, as the stacks have it. */
export function settings(...desired: { readonly name: string; readonly desired: unknown }[]): AssembledResource {
  return {
    Type: 'Custom::Settings',
    Properties: { settings: desired.map((setting) => ({ ...setting, desired: JSON.stringify(setting.desired) })) },
  };
}

/** Writes files of a cloud assembly and answers their directory. */
export function writeAssembly(files: Readonly<Record<string, unknown>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'ishizue-gate-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), JSON.stringify(content));
  return directory;
}
