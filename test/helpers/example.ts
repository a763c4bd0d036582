import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { namesOf } from '../../config/names';
import type { OrganizationInput } from '../../config/organization-schema';
import { type Organization, resolveOrganization } from '../../config/resolve-organization';
import type { FunctionCode } from '../../constructs/function-code';
import type { BaselineProps } from '../../stacks/baseline-props';
import exampleDocument from './example-organization';

/** The example organization, with single fields replaced. */
export function exampleOrganization(overrides: Partial<OrganizationInput> = {}): Organization {
  return resolveOrganization({ ...exampleDocument, ...overrides });
}

const emptyFunction = mkdtempSync(join(tmpdir(), 'ishizue-function-'));
writeFileSync(join(emptyFunction, 'index.js'), 'exports.handler = async () => undefined;\n');

/** Code that synthesizes like the bundles but needs no bundling: tests of templates do not look inside it. New for each stack. */
export function emptyFunctionCode(): FunctionCode {
  const code = () => Code.fromAsset(emptyFunction);
  return {
    applySettings: code(),
    converse: code(),
    markNotified: code(),
    trailMessages: code(),
    validateDigests: code(),
    assistantIngress: code(),
    assistantWorker: code(),
    assistantPoster: code(),
  };
}

/** What bin/app.ts would give a stack of one account of the example organization. */
export function baselineProps(
  account: 'management' | 'logArchive' | 'audit' | 'workload',
  region?: string,
  overrides: Partial<OrganizationInput> = {},
): BaselineProps {
  const organization = exampleOrganization(overrides);
  const { workloads, ...named } = organization.accounts;
  const { id } = account === 'workload' ? (workloads[0] as { id: string }) : named[account];
  return {
    env: { account: id, region: region ?? organization.homeRegion },
    organization,
    names: namesOf(organization),
    functions: emptyFunctionCode(),
  };
}
