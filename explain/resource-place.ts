import { namesOf } from '../config/names';
import { type Account, everyAccount, type Organization } from '../config/resolve-organization';
import { accountOf } from '../evaluator/request/account-of';

/** Where a resource is. */
export interface ResourcePlace {
  readonly accountId: string;
  /** Undefined for an account outside the organization. */
  readonly account: Account | undefined;
  /** The ARN says it, or the name of a bucket of the baseline does; else it was taken to be the principal's account. */
  readonly known: boolean;
}

/** The account of a resource. ARNs of Amazon S3 and of foundation models have none. */
export function resourcePlace(
  resource: string,
  principal: Account,
  organization: Organization,
  given?: string,
): ResourcePlace {
  const said = given ?? accountOf(resource) ?? accountOfBucket(resource, organization);
  const accountId = said ?? principal.id;
  return {
    accountId,
    account: everyAccount(organization).find(({ id }) => id === accountId),
    known: said !== undefined,
  };
}

function accountOfBucket(resource: string, organization: Organization): string | undefined {
  const names = namesOf(organization);
  const buckets = [
    names.trailBucket,
    names.findingsBucket,
    names.accessLogBucket,
    names.queryResultsBucket,
    names.proofBucket,
  ];
  const [, bucket = ''] = /^arn:[^:]+:s3:::([^/]+)/.exec(resource) ?? [];
  return buckets.includes(bucket) ? organization.accounts.logArchive.id : undefined;
}
