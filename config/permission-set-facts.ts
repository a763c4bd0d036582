import type { PermissionSetFacts } from '../policies/permission-set';
import { namesOf } from './names';
import type { Organization } from './resolve-organization';

/** The facts of an organization that its permission sets depend on. */
export function permissionSetFactsOf(organization: Organization): PermissionSetFacts {
  const names = namesOf(organization);
  const { partition, homeRegion, accounts, bedrock, bootstrapQualifier } = organization;
  return {
    partition,
    homeRegion,
    logArchiveAccountId: accounts.logArchive.id,
    inferenceProfiles: bedrock.inferenceProfiles,
    bootstrapQualifier,
    invocationLogGroup: names.invocationLogGroup,
    ...(bedrock.logLargePayloads && {
      largePayloads: { bucketArns: names.largePayloadBuckets, keyAlias: `alias/${organization.name}-bedrock` },
    }),
    auditLogGroup: names.auditLogGroup,
    converseFunction: names.converseFunction,
    trailBucketArn: names.trailBucketArn,
    findingsBucketArn: names.findingsBucketArn,
    queryResultsBucketArn: `arn:${partition}:s3:::${names.queryResultsBucket}`,
    logArchiveKeyAliases: [names.trailKeyAlias, names.findingsKeyAlias],
  };
}
