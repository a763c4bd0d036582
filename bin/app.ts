#!/usr/bin/env -S node --import tsx
import { join } from 'node:path';
import { App, type Environment, Stack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import cdkJson from '../cdk.json';
import { guardrailProfileOf } from '../config/guardrail-profiles';
import { foundationModelOf, geographyOf } from '../config/inference-profiles';
import { loadOrganization } from '../config/load-organization';
import { logFactsOf } from '../config/log-facts';
import { ConfigurationError } from '../config/mistakes';
import { namesOf } from '../config/names';
import { halvesOf } from '../config/network-addresses';
import { permissionSetFactsOf } from '../config/permission-set-facts';
import { policyFactsOf } from '../config/policy-facts';
import { policyRolloutOf } from '../config/policy-rollout';
import { recordedAccounts } from '../config/recorded-accounts';
import { globalServicesRegion } from '../config/regions';
import { type Account, bedrockRegionsOf, everyAccount, type Organization } from '../config/resolve-organization';
import { stackPurposes } from '../config/stack-purposes';
import { tokenPriceOf } from '../config/token-prices';
import type { FunctionCode } from '../constructs/function-code';
import { bundleFunctions } from '../functions/bundle';
import { declarativePolicies, organizationPolicies } from '../policies/catalogue';
import { CompositionError } from '../policies/composition-error';
import type { Text } from '../policies/policy';
import { policyTypesInUse } from '../policies/policy-types';
import { rollOutPolicies } from '../policies/rollout';
import { AccountConfigurationRecorderStack } from '../stacks/account-configuration-recorder-stack';
import { AuditAccessAnalyzerStack } from '../stacks/audit-access-analyzer-stack';
import { AuditAlertsStack } from '../stacks/audit-alerts-stack';
import { AuditGuardDutyStack } from '../stacks/audit-guardduty-stack';
import { AuditMacieStack } from '../stacks/audit-macie-stack';
import { AuditSecurityHubAssociationStack } from '../stacks/audit-security-hub-association-stack';
import { AuditSecurityHubStack } from '../stacks/audit-security-hub-stack';
import { LogArchiveIntegrityStack } from '../stacks/log-archive-integrity-stack';
import { LogArchiveStorageStack } from '../stacks/log-archive-storage-stack';
import { ManagementAccessPoliciesStack } from '../stacks/management-access-policies-stack';
import { ManagementAlternateContactsStack } from '../stacks/management-alternate-contacts-stack';
import { ManagementDeclarativePoliciesStack } from '../stacks/management-declarative-policies-stack';
import { ManagementDelegationStack } from '../stacks/management-delegation-stack';
import { ManagementFoundationStack } from '../stacks/management-foundation-stack';
import { ManagementIdentityCenterAssignmentsStack } from '../stacks/management-identity-center-assignments-stack';
import { ManagementIdentityCenterStack } from '../stacks/management-identity-center-stack';
import { ManagementTrailStack } from '../stacks/management-trail-stack';
import { WorkloadAccountStack } from '../stacks/workload-account-stack';
import { WorkloadAssistantStack } from '../stacks/workload-assistant-stack';
import { WorkloadBedrockStack } from '../stacks/workload-bedrock-stack';
import { WorkloadInvocationLogStack } from '../stacks/workload-invocation-log-stack';
import { WorkloadNetworkStack } from '../stacks/workload-network-stack';

export interface OrganizationAppOptions {
  /** Where the cloud assembly is written. @default cdk.out, or where the CDK CLI says */
  readonly outdir?: string;
  /** Context on top of cdk.json. */
  readonly context?: Record<string, unknown>;
  /** Makes the code of the functions, anew for each stack: an asset belongs to one stack. @default bundled from functions/ */
  readonly functionCode?: () => FunctionCode;
}

/**
 * The whole organization as one CDK app: stacks in the order they are deployed for the first time.
 *
 * Stacks of different accounts do not depend on each other in the sense of the CDK (docs/decisions), so that `cdk deploy 'audit-*'` needs the
 * credentials of the audit account only. The order below is the order of `cdk deploy --all` and of the README.
 */
export function organizationApp(organization: Organization, options: OrganizationAppOptions = {}): App {
  const { homeRegion, governedRegions, accounts, services, bedrock } = organization;
  const app = new App({
    outdir: options.outdir,
    context: { ...cdkJson.context, ...options.context },
    analyticsReporting: false,
  });
  const names = namesOf(organization);
  const policyFacts = policyFactsOf(organization);
  // First of all, because policies that do not fit are a mistake of the configuration.
  const accessPolicies = rollOutPolicies(organizationPolicies, policyFacts, policyRolloutOf(organization));
  const functionCode = options.functionCode ?? bundledFunctions();
  const regions = [homeRegion, ...governedRegions.filter((region) => region !== homeRegion)];

  /** What every stack is given: where it goes, what it is for, and the organization. */
  const place = (account: Account, region: string, purpose: Text) => ({
    env: { account: account.id, region } satisfies Environment,
    description: `${organization.name}: ${purpose.en}`,
    terminationProtection: true,
    organization,
    names,
    functions: functionCode(),
  });
  const { management, logArchive, audit, workloads } = accounts;

  new ManagementFoundationStack(app, 'management-foundation', {
    ...place(management, globalServicesRegion, stackPurposes.foundation),
    policyTypes: policyTypesInUse(organizationPolicies, declarativePolicies, policyFacts),
  });
  if (ManagementAlternateContactsStack.isNeeded(organization)) {
    new ManagementAlternateContactsStack(
      app,
      'management-alternate-contacts',
      place(management, globalServicesRegion, stackPurposes.alternateContacts),
    );
  }
  const recorded = recordedAccounts(organization);
  new LogArchiveStorageStack(app, 'log-archive-storage', {
    ...place(logArchive, homeRegion, stackPurposes.logArchive),
    logFacts: logFactsOf(organization),
    recordedAccountIds: recorded.map(({ id }) => id),
  });
  if (ManagementTrailStack.isNeeded(organization)) {
    new LogArchiveIntegrityStack(
      app,
      'log-archive-integrity',
      place(logArchive, homeRegion, stackPurposes.logIntegrity),
    );
  }
  for (const account of recorded) {
    const [home, ...others] = regions.map(
      (region) =>
        new AccountConfigurationRecorderStack(app, `${account.name}-configuration-recorder-${region}`, {
          ...place(account, region, stackPurposes.configurationRecorder),
          accountName: account.name,
        }),
    );
    // The home region makes the role that the recorders of the account share.
    for (const other of others) if (home) other.addStackDependency(home);
  }
  const delegations = regions.map(
    (region) =>
      new ManagementDelegationStack(
        app,
        `management-delegation-${region}`,
        place(management, region, stackPurposes.delegation),
      ),
  );
  if (ManagementTrailStack.isNeeded(organization)) {
    new ManagementTrailStack(app, 'management-trail', place(management, homeRegion, stackPurposes.trail));
  }
  new AuditSecurityHubStack(app, 'audit-security-hub', place(audit, homeRegion, stackPurposes.securityHub));
  for (const region of regions) {
    new AuditGuardDutyStack(app, `audit-guardduty-${region}`, place(audit, region, stackPurposes.guardDuty));
    new AuditAccessAnalyzerStack(
      app,
      `audit-access-analyzer-${region}`,
      place(audit, region, stackPurposes.accessAnalyzer),
    );
    if (services.macie) {
      new AuditMacieStack(app, `audit-macie-${region}`, place(audit, region, stackPurposes.macie));
    }
  }
  new AuditAlertsStack(app, 'audit-alerts', place(audit, homeRegion, stackPurposes.alerts));
  const declarative = new ManagementDeclarativePoliciesStack(app, 'management-declarative-policies', {
    ...place(management, globalServicesRegion, stackPurposes.declarativePolicies),
    policies: declarativePolicies,
    policyFacts,
  });
  // Inspector wants its administrator named in every region before a policy switches it on.
  for (const delegation of delegations) declarative.addStackDependency(delegation);
  for (const workload of workloads) {
    const account = new WorkloadAccountStack(
      app,
      `${workload.name}-account`,
      place(workload, homeRegion, stackPurposes.workloadAccount),
    );
    // A Slack app has one address, so the assistant lives in one region.
    const answersSlackIn = (region: string) => workload.slack !== undefined && region === workload.regions[0];
    for (const region of workload.regions) {
      if (services.privateNetwork) {
        new WorkloadNetworkStack(app, `${workload.name}-network-${region}`, {
          ...place(workload, region, stackPurposes.network),
          subnetCidrs: halvesOf(organization.privateNetwork.cidr),
          answersSlack: answersSlackIn(region),
        });
      }
      const model = {
        workload,
        inference: {
          profileId: workload.inferenceProfile,
          foundationModel: foundationModelOf(workload.inferenceProfile),
          destinationRegions: geographyOf(workload.inferenceProfile)?.destinationRegions ?? [],
          tokenPrice: tokenPriceOf(workload.inferenceProfile),
        },
        guardrailProfile: bedrock.guardrailTier === 'standard' ? guardrailProfileOf(region) : undefined,
      };
      const bedrockStack = new WorkloadBedrockStack(app, `${workload.name}-bedrock-${region}`, {
        ...place(workload, region, stackPurposes.bedrock),
        ...model,
      });
      // Its role names the account's permissions boundary, also from another region.
      bedrockStack.addStackDependency(account);
      if (workload.slack && answersSlackIn(region)) {
        new WorkloadAssistantStack(app, `${workload.name}-assistant-${region}`, {
          ...place(workload, region, stackPurposes.assistant),
          ...model,
          slack: workload.slack,
        });
      }
    }
    for (const region of bedrockRegionsOf(organization).filter((logged) => !workload.regions.includes(logged))) {
      new WorkloadInvocationLogStack(app, `${workload.name}-invocation-log-${region}`, {
        ...place(workload, region, stackPurposes.invocationLog),
        workload,
      });
    }
  }
  const identityCenter = new ManagementIdentityCenterStack(app, 'management-identity-center', {
    ...place(management, organization.identityCenter.region, stackPurposes.identityCenter),
    permissionSetFacts: permissionSetFactsOf(organization),
  });
  inLanes(
    identityCenter,
    everyAccount(organization).map(
      (account) =>
        new ManagementIdentityCenterAssignmentsStack(app, `management-identity-center-assignments-${account.name}`, {
          ...place(management, organization.identityCenter.region, stackPurposes.assignments),
          account,
        }),
    ),
  );
  new AuditSecurityHubAssociationStack(
    app,
    'audit-security-hub-association',
    place(audit, homeRegion, stackPurposes.securityHubAssociation),
  );
  new ManagementAccessPoliciesStack(app, 'management-access-policies', {
    ...place(management, globalServicesRegion, stackPurposes.accessPolicies),
    documents: accessPolicies,
  });
  keepOrderWithinPlaces(app);
  return app;
}

/**
 * Within one account and region a stack waits for those before it in the plan: they publish keys and ids in parameters that it reads.
 * Asking the CLI for one stack therefore deploys the earlier ones of its place too, which changes nothing where they are deployed.
 */
function keepOrderWithinPlaces(app: App): void {
  const latest = new Map<string, Stack>();
  for (const stack of app.node.children.filter((child) => Stack.isStack(child))) {
    if (stack instanceof ManagementIdentityCenterAssignmentsStack) continue;
    const before = latest.get(stack.environment);
    if (before) stack.addStackDependency(before);
    latest.set(stack.environment, stack);
  }
}

/**
 * IAM Identity Center works on at most 15 assignments at a time, and each of these stacks on one. Ten lanes, each of which waits for the
 * first stack, keep `cdk deploy --concurrency` below that, and leave room for people at the console.
 */
export function inLanes(first: Stack, stacks: readonly Stack[]): void {
  const lanes = 10;
  for (const [index, stack] of stacks.entries()) stack.addStackDependency(stacks[index - lanes] ?? first);
}

function bundledFunctions(): () => FunctionCode {
  const directories = bundleFunctions(join(__dirname, '..', 'node_modules', '.cache', 'ishizue', 'functions'));
  return () => ({
    applySettings: Code.fromAsset(directories.applySettings),
    converse: Code.fromAsset(directories.converse),
    markNotified: Code.fromAsset(directories.markNotified),
    trailMessages: Code.fromAsset(directories.trailMessages),
    validateDigests: Code.fromAsset(directories.validateDigests),
    assistantIngress: Code.fromAsset(directories.assistantIngress),
    assistantWorker: Code.fromAsset(directories.assistantWorker),
    assistantPoster: Code.fromAsset(directories.assistantPoster),
  });
}

/** Entry point of the CDK CLI. */
function main(): void {
  const file = process.env.ISHIZUE_CONFIG ?? 'config/organization.ts';
  try {
    organizationApp(loadOrganization(file)).synth();
  } catch (error) {
    if (error instanceof ConfigurationError) console.error(error.message);
    else if (error instanceof CompositionError) console.error(`${file}: ${error.message}`);
    else throw error;
    process.exitCode = 64;
  }
}

if (require.main === module) main();
