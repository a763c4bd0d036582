import type { Statement, Text } from './policy';

/** What a permission set may depend on: names, never ids of things that exist only after a deployment. */
export interface PermissionSetFacts {
  readonly partition: string;
  readonly homeRegion: string;
  readonly logArchiveAccountId: string;
  /** Approved inference profiles. */
  readonly inferenceProfiles: readonly string[];
  /** Qualifier of `cdk bootstrap`. */
  readonly bootstrapQualifier: string;
  /** Log group of prompts and answers. */
  readonly invocationLogGroup: string;
  /** ARN pattern of the buckets of prompts that are larger than the log takes, and alias of their key. Absent: there are none. */
  readonly largePayloads?: { readonly bucketArns: string; readonly keyAlias: string };
  /** Log group of who asked when, without the text. */
  readonly auditLogGroup: string;
  /** Name of the function that calls Converse. */
  readonly converseFunction: string;
  readonly trailBucketArn: string;
  readonly findingsBucketArn: string;
  readonly queryResultsBucketArn: string;
  /** Aliases of the keys that encrypt those buckets. */
  readonly logArchiveKeyAliases: readonly string[];
}

/**
 * What a group of people may do in the accounts it is assigned to.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html
 */
export interface PermissionSet {
  /** File name, and the name in IAM Identity Center; at most 32 characters. */
  readonly name: string;
  readonly title: Text;
  /** Why it exists, and why it can do no more. */
  readonly why: Text;
  /** How long one sign-in lasts, as an ISO 8601 duration. */
  readonly sessionDuration: 'PT1H' | 'PT2H' | 'PT4H';
  /** Names of AWS managed policies with their path, such as `job-function/ViewOnlyAccess`. */
  readonly managedPolicies: readonly string[];
  /**
   * Whether the baseline's permissions boundary limits the set. Needed by a set that can create roles, which could otherwise give itself
   * more. The boundary exists in workload accounts only. Default: false.
   */
  readonly permissionsBoundary?: true;
  /** What AWS has no managed policy for; at most 10,240 characters. Empty when the managed policies say it all. */
  statements(facts: PermissionSetFacts): readonly Statement[];
}
