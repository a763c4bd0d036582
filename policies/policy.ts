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
  /** Governed regions in which workloads log every invocation of a model: models are called there only. */
  readonly bedrockRegions: readonly string[];
  readonly managementAccountId: string;
  readonly logArchiveAccountId: string;
  readonly auditAccountId: string;
  /** An account that runs Bedrock; the examples play there. */
  readonly workloadAccountId: string;
  /** Approved inference profiles with the regions they may run in; empty regions mean anywhere (global profiles). */
  readonly inferenceProfiles: readonly {
    readonly id: string;
    readonly foundationModel: string;
    /** Regions the profile can be called from; empty means any. */
    readonly sourceRegions: readonly string[];
    readonly destinationRegions: readonly string[];
  }[];
  /** Qualifier of `cdk bootstrap`: its roles are named `cdk-<qualifier>-…`. */
  readonly bootstrapQualifier: string;
  /** Role ARN patterns that deployments and administration use; policies exempt them where they would lock the owner out. */
  readonly administrationRoleArns: readonly string[];
  /** The few of them that people use by hand when something has to be repaired: no pipeline, no function. */
  readonly recoveryRoleArns: readonly string[];
  /** Role ARN patterns of people who look at everything and change nothing. */
  readonly auditorRoleArns: readonly string[];
  /** ARN patterns of the roles, and of the managed policies, that this baseline creates. */
  readonly baselineRoleArns: readonly string[];
  readonly baselinePolicyArns: readonly string[];
  /** Name patterns of the stacks this baseline deploys, and the name of the one of `cdk bootstrap`. */
  readonly baselineStacks: readonly string[];
  /** Name patterns of the parameters with which the stacks, and `cdk bootstrap`, tell each other what they made. */
  readonly baselineParameters: readonly string[];
  /** Role ARN patterns that may accept model agreements; everybody else is denied. */
  readonly procurementRoleArns: readonly string[];
  /** Guardrail profiles the governed regions use, with the regions each may be evaluated in. */
  readonly guardrailProfiles: readonly { readonly id: string; readonly regions: readonly string[] }[];
  /** ARN of the permissions boundary in an account; `*` names it in every account. */
  readonly permissionsBoundaryArn: (accountId: string) => string;
  /** Names of log groups that hold prompts and audit records, with a leading slash. */
  readonly protectedLogGroups: readonly string[];
  /** Aliases of the keys without which evidence cannot be read: `alias/…`. */
  readonly evidenceKeyAliases: readonly string[];
  /** Accounts outside the organization whose principals may use resources inside, such as a vendor's. @default none */
  readonly trustedAccountIds?: readonly string[];
  /** Policies an organization switches on by choice. */
  readonly options: {
    readonly requireGuardrail: boolean;
    readonly denyPriorityTier: boolean;
    readonly requirePermissionsBoundary: boolean;
    /** Opens the `bedrock-mantle` endpoint, which has no guardrails and no invocation log. @default false */
    readonly allowBedrockMantle?: boolean;
    /** Blocks traffic from the internet into every VPC, but for exclusions an account makes. @default false */
    readonly blockInternetIntoVpcs?: boolean;
  };
  /** Tag keys in the one spelling that counts, with the values they may have; no values means any. @default none */
  readonly standardTags?: readonly { readonly key: string; readonly values?: readonly string[] }[];
  /** The guardrail that AWS applies to every model call of the accounts below the target. @default none */
  readonly organizationGuardrail?: OrganizationGuardrail;
  /** Whether the unified Security Hub works beside Security Hub CSPM. */
  readonly unifiedSecurityHub: boolean;
  /** What Inspector scans besides Lambda packages. */
  readonly inspector: { readonly codeScanning: boolean; readonly servers: boolean };
  /** ARN pattern of the buckets of prompts that are larger than the log takes. @default there are none */
  readonly largePayloadBuckets?: string;
  readonly trailArn: string;
  readonly trailBucketArn: string;
  readonly findingsBucketArn: string;
  /** Who asked the other buckets of the log archive for what. */
  readonly accessLogBucketArn: string;
  /** Daily proofs that the trail's files are whole. */
  readonly proofBucketArn: string;
  /** The history of AWS Config. Absent where the baseline records none. */
  readonly configurationBucketArn?: string;
}

/** A guardrail of the management account, enforced by policy. Its account and partition are those of the organization. */
export interface OrganizationGuardrail {
  /** Where it is enforced: on canary units first. */
  readonly target: 'canary-units' | 'root';
  /** One guardrail for each region in which it is enforced, by its id and a numbered version. */
  readonly guardrails: readonly { readonly region: string; readonly id: string; readonly version: number }[];
  /** Models it is not applied to: embeddings have no conversation to guard. @default none */
  readonly excludedModels?: readonly string[];
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
  /** ARN of the role or user that asks, the name of an AWS service, or `anonymous`. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request; the evaluator fills the principal's own keys. */
  readonly context?: Readonly<Record<string, StringOrList>>;
  /** What is judged the same in the place of the example's own principal, action or resource. */
  readonly likewise?: {
    readonly principals?: readonly string[];
    readonly actions?: readonly string[];
    readonly resources?: readonly string[];
  };
}

/** An example and every request that is like it. */
export function requestsOf({ likewise = {}, ...example }: Example): readonly Example[] {
  const { principals = [], actions = [], resources = [] } = likewise;
  return [
    example,
    ...principals.map((principal) => ({ ...example, principal })),
    ...actions.map((action) => ({ ...example, action })),
    ...resources.map((resource) => ({ ...example, resource })),
  ];
}

export type PolicyTargets = 'every-unit' | 'suspended-units';
export type PolicyTheme = 'organization' | 'evidence' | 'bedrock';

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
  /** Which units it is attached to. @default 'every-unit' */
  readonly targets?: PolicyTargets;
  /** Which rules it shares a document with: those that change together stay together. @default 'organization' */
  readonly theme?: PolicyTheme;
  /** Whether this organization has chosen it. @default always */
  readonly applies?: (facts: PolicyFacts) => boolean;
  statements(facts: PolicyFacts): readonly Statement[];
  denied(facts: PolicyFacts): readonly Example[];
  allowed(facts: PolicyFacts): readonly Example[];
}

/** The types of organization policy that are not in the IAM language, by AWS's own names. */
export type DeclarativePolicyType =
  | 'AISERVICES_OPT_OUT_POLICY'
  | 'BEDROCK_POLICY'
  | 'DECLARATIVE_POLICY_EC2'
  | 'INSPECTOR_POLICY'
  | 'S3_POLICY'
  | 'SECURITYHUB_POLICY'
  | 'TAG_POLICY';

/** JSON with the inheritance operators of AWS Organizations, such as `@@assign`. */
export interface DeclarativeDocument {
  readonly [key: string]: string | readonly string[] | DeclarativeDocument;
}

/**
 * A management policy of the organization: it sets what services do in every account below its target, and members
 * cannot change it.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_inheritance_mgmt.html
 */
export interface DeclarativePolicy {
  readonly id: string;
  readonly type: DeclarativePolicyType;
  readonly title: Text;
  /** What would go wrong without it. */
  readonly why: Text;
  /** Whether this organization has chosen it. @default always */
  readonly applies?: (facts: PolicyFacts) => boolean;
  /** What has to be there before it is attached, in this order. @default nothing */
  readonly needs?: readonly Text[];
  /** Where it is attached. @default the root */
  readonly target?: (facts: PolicyFacts) => 'canary-units' | 'root';
  content(facts: PolicyFacts): DeclarativeDocument;
}

/** The document AWS Organizations stores for a policy. */
export function documentOf(policy: OrganizationPolicy, facts: PolicyFacts): PolicyDocument {
  return { Version: '2012-10-17', Statement: policy.statements(facts) };
}
