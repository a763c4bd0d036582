import type { LogFacts } from '../queries/saved-query';
import { geographyOf } from './inference-profiles';
import { namesOf } from './names';
import { everyAccount, type Organization } from './resolve-organization';

/** The facts of an organization that questions to its log archive depend on. A saved query looks at the last seven days. */
export function logFactsOf(organization: Organization): LogFacts {
  const { governedRegions, accounts, bedrock } = organization;
  const names = namesOf(organization);
  const destinations = bedrock.inferenceProfiles.map((id) => geographyOf(id)?.destinationRegions ?? []);
  return {
    table: `"${names.logDatabase}"."organization_trail"`,
    accounts: everyAccount(organization).map(({ id }) => id),
    days: { last: 7 },
    governedRegions,
    // One profile that may run anywhere is enough.
    inferenceRegions: destinations.some((regions) => regions.length === 0)
      ? []
      : [...new Set(destinations.flat())].sort(),
    logArchiveAccountId: accounts.logArchive.id,
    evidenceBuckets: [
      names.trailBucket,
      names.findingsBucket,
      names.accessLogBucket,
      names.queryResultsBucket,
      names.proofBucket,
    ],
    breakGlassRolePrefix: 'AWSReservedSSO_break-glass-administrator_',
  };
}
