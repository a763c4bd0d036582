/** A text for people, in both languages of the project. */
export interface Text {
  readonly en: string;
  readonly ja: string;
}

/** What a policy may depend on: facts of the organization, free of any library. */
export interface PolicyFacts {
  readonly partition: string;
  readonly organizationId: string;
  readonly homeRegion: string;
  readonly governedRegions: readonly string[];
  readonly managementAccountId: string;
  readonly logArchiveAccountId: string;
  readonly auditAccountId: string;
  /** An account that runs Bedrock; the examples play there. */
  readonly workloadAccountId: string;
  /** Approved inference profiles with the regions they may run in; empty regions mean anywhere (global profiles). */
  readonly inferenceProfiles: readonly {
    readonly id: string;
    readonly foundationModel: string;
    readonly destinationRegions: readonly string[];
  }[];
  /** Role ARN patterns that deployments and administration use; policies exempt them where they would lock the owner out. */
  readonly administrationRoleArns: readonly string[];
  readonly trailArn: string;
  readonly trailBucketArn: string;
  readonly findingsBucketArn: string;
}

export type StringOrList = string | readonly string[];

/** One statement of an IAM policy, as JSON. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, StringOrList>>;
  readonly Action?: StringOrList;
  readonly NotAction?: StringOrList;
  readonly Resource?: StringOrList;
  readonly NotResource?: StringOrList;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, StringOrList>>>>;
}

/** A policy document in the IAM language. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** A request the policy must judge rightly. It is test, documentation and review material at once. */
export interface Example {
  /** What happens, in everyday words: "An application calls a model nobody approved". */
  readonly says: Text;
  /** ARN of the role or user that asks. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request; the evaluator fills the principal's own keys. */
  readonly context?: Readonly<Record<string, StringOrList>>;
}

/**
 * A rule of the organization in the IAM language: a service control policy or a resource control policy.
 *
 * The id is the file name, the name in AWS, the anchor in the catalogue and the name of its tests. The Sid of each statement is the
 * id in PascalCase, with a suffix where there are several.
 */
export interface OrganizationPolicy {
  readonly id: string;
  readonly kind: 'service-control-policy' | 'resource-control-policy';
  readonly title: Text;
  /** What would go wrong without it. */
  readonly why: Text;
  statements(facts: PolicyFacts): readonly Statement[];
  denied(facts: PolicyFacts): readonly Example[];
  allowed(facts: PolicyFacts): readonly Example[];
}

/** The document AWS Organizations stores for a policy. */
export function documentOf(policy: OrganizationPolicy, facts: PolicyFacts): PolicyDocument {
  return { Version: '2012-10-17', Statement: policy.statements(facts) };
}
