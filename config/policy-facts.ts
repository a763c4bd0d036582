import type { PolicyFacts } from '../policies/policy';
import { guardrailProfiles } from './guardrail-profiles';
import { foundationModelOf, geographyOf } from './inference-profiles';
import { namesOf } from './names';
import { recordedAccounts } from './recorded-accounts';
import { bedrockRegionsOf, type Organization } from './resolve-organization';

/** The facts of an organization that its policies depend on. */
export function policyFactsOf(organization: Organization): PolicyFacts {
  const { partition, organizationId, homeRegion, governedRegions, accounts, bedrock } = organization;
  const names = namesOf(organization);
  const recordsConfiguration = recordedAccounts(organization).length > 0;
  const roles = (pattern: string) => `arn:${partition}:iam::*:role/${pattern}`;
  const recoveryRoleArns = [
    roles('OrganizationAccountAccessRole'),
    roles(signedInWith('break-glass-administrator')),
    ...(organization.controlTower ? [roles('AWSControlTowerExecution')] : []),
  ];
  return {
    partition,
    organizationId,
    homeRegion,
    governedRegions,
    bedrockRegions: bedrockRegionsOf(organization),
    managementAccountId: accounts.management.id,
    logArchiveAccountId: accounts.logArchive.id,
    auditAccountId: accounts.audit.id,
    workloadAccountId: (accounts.workloads[0] as { id: string }).id,
    inferenceProfiles: bedrock.inferenceProfiles.map((id) => ({
      id,
      foundationModel: foundationModelOf(id),
      sourceRegions: geographyOf(id)?.sourceRegions ?? [],
      destinationRegions: geographyOf(id)?.destinationRegions ?? [],
    })),
    bootstrapQualifier: organization.bootstrapQualifier,
    administrationRoleArns: [
      roles(`cdk-${organization.bootstrapQualifier}-*`),
      // The functions that apply settings during a deployment.
      roles(`${names.settingsIamPath.slice(1)}*`),
      roles(signedInWith('platform-administrator')),
      ...recoveryRoleArns,
    ],
    recoveryRoleArns,
    auditorRoleArns: [roles(signedInWith('security-auditor'))],
    baselineRoleArns: [roles(`${organization.name}-*`), roles(`${organization.name}/*`)],
    baselinePolicyArns: [`${organization.name}-*`, `${organization.name}/*`].map(
      (pattern) => `arn:${partition}:iam::*:policy/${pattern}`,
    ),
    baselineStacks: [
      'CDKToolkit',
      `${accounts.logArchive.name}-*`,
      `${accounts.audit.name}-*`,
      // Of every workload: a policy that names each of them outgrows its quota.
      '*-account',
      '*-configuration-recorder-*',
      ...governedRegions.flatMap((region) => [
        `*-network-${region}`,
        `*-bedrock-${region}`,
        `*-assistant-${region}`,
        `*-invocation-log-${region}`,
      ]),
    ],
    baselineParameters: [`/${organization.name}/*`, `/cdk-bootstrap/${organization.bootstrapQualifier}/*`],
    procurementRoleArns: [roles(signedInWith('platform-administrator'))],
    guardrailProfiles: guardrailProfiles.filter(({ regions }) =>
      governedRegions.some((region) => regions.includes(region)),
    ),
    permissionsBoundaryArn: (accountId) => `arn:${partition}:iam::${accountId}:policy/${names.permissionsBoundary}`,
    protectedLogGroups: [names.invocationLogGroup, names.auditLogGroup],
    evidenceKeyAliases: [
      names.trailKeyAlias,
      names.findingsKeyAlias,
      ...(recordsConfiguration ? [names.configurationKeyAlias] : []),
      `alias/${organization.name}-account`,
      `alias/${organization.name}-bedrock`,
      `alias/${organization.name}-network`,
    ],
    trustedAccountIds: organization.trustedAccountIds,
    options: organization.optionalPolicies,
    standardTags: organization.standardTags,
    ...(organization.organizationGuardrail ? { organizationGuardrail: organization.organizationGuardrail } : {}),
    unifiedSecurityHub: organization.services.securityHub === 'unified',
    inspector: {
      codeScanning: organization.services.inspectorCodeScanning,
      servers: organization.services.inspectorServers,
    },
    ...(bedrock.logLargePayloads ? { largePayloadBuckets: names.largePayloadBuckets } : {}),
    trailArn: names.trailArn,
    trailBucketArn: names.trailBucketArn,
    findingsBucketArn: names.findingsBucketArn,
    accessLogBucketArn: `arn:${partition}:s3:::${names.accessLogBucket}`,
    proofBucketArn: `arn:${partition}:s3:::${names.proofBucket}`,
    ...(recordsConfiguration ? { configurationBucketArn: names.configurationBucketArn } : {}),
  };
}

/** The role IAM Identity Center makes of a permission set. Below its path the region of Identity Center may follow. */
function signedInWith(permissionSet: string): string {
  return `aws-reserved/sso.amazonaws.com/*AWSReservedSSO_${permissionSet}_*`;
}
