import type { PolicyFacts } from '../policies/policy';
import { guardrailProfiles } from './guardrail-profiles';
import { foundationModelOf, geographyOf } from './inference-profiles';
import { namesOf } from './names';
import type { Organization } from './resolve-organization';

/** The facts of an organization that its policies depend on. */
export function policyFactsOf(organization: Organization): PolicyFacts {
  const { partition, organizationId, homeRegion, governedRegions, accounts, bedrock } = organization;
  const names = namesOf(organization);
  return {
    partition,
    organizationId,
    homeRegion,
    governedRegions,
    managementAccountId: accounts.management.id,
    logArchiveAccountId: accounts.logArchive.id,
    auditAccountId: accounts.audit.id,
    workloadAccountId: (accounts.workloads[0] as { id: string }).id,
    inferenceProfiles: bedrock.inferenceProfiles.map((id) => ({
      id,
      foundationModel: foundationModelOf(id),
      destinationRegions: geographyOf(id)?.destinationRegions ?? [],
    })),
    administrationRoleArns: [
      `arn:${partition}:iam::*:role/cdk-${organization.bootstrapQualifier}-*`,
      `arn:${partition}:iam::*:role/OrganizationAccountAccessRole`,
      `arn:${partition}:iam::*:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_platform-administrator_*`,
      `arn:${partition}:iam::*:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_break-glass-administrator_*`,
      ...(organization.controlTower ? [`arn:${partition}:iam::*:role/AWSControlTowerExecution`] : []),
    ],
    procurementRoleArns: [
      `arn:${partition}:iam::*:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_platform-administrator_*`,
    ],
    guardrailProfiles: guardrailProfiles.filter(({ regions }) =>
      governedRegions.some((region) => regions.includes(region)),
    ),
    permissionsBoundaryArn: (accountId) => `arn:${partition}:iam::${accountId}:policy/${names.permissionsBoundary}`,
    protectedLogGroups: [names.invocationLogGroup, names.auditLogGroup],
    options: organization.optionalPolicies,
    inspector: {
      codeScanning: organization.services.inspectorCodeScanning,
      servers: organization.services.inspectorServers,
    },
    trailArn: names.trailArn,
    trailBucketArn: names.trailBucketArn,
    findingsBucketArn: names.findingsBucketArn,
  };
}
