import { type OrganizationDocument, organizationSchema } from './organization-schema';
import { profiles, type ServiceSwitches } from './profiles';
import { partitionOf } from './regions';
import { type RetentionClassName, retentionClasses } from './retention-classes';

/** An account of the organization. `name` starts its stack ids: `cdk deploy '<name>-*'`. */
export interface Account {
  readonly name: string;
  readonly id: string;
  readonly email: string;
  /** Absent for the management account, which stays in the root. */
  readonly organizationalUnit?: string;
}

/** An account that runs Amazon Bedrock. */
export interface Workload extends Account {
  readonly regions: readonly string[];
  readonly inferenceProfile: string;
  readonly invocationLogRetentionDays: number;
  /** Buckets that Macie inspects in full. */
  readonly promptBuckets: readonly { readonly name: string; readonly region: string }[];
}

/**
 * The organization as the rest of the project sees it: validated, defaults filled in, profile applied.
 *
 * Reference: config/organization-schema.ts says what each field means.
 */
export interface Organization
  extends Omit<OrganizationDocument, 'services' | 'optionalPolicies' | 'retention' | 'accounts' | 'identityCenter'> {
  readonly partition: string;
  readonly services: ServiceSwitches;
  readonly optionalPolicies: Required<OrganizationDocument['optionalPolicies']>;
  /** Days the log archive keeps evidence. */
  readonly retentionDays: number;
  readonly retentionClass: RetentionClassName;
  readonly accounts: {
    readonly management: Account;
    readonly logArchive: Account;
    readonly audit: Account;
    readonly workloads: readonly Workload[];
  };
  readonly identityCenter: OrganizationDocument['identityCenter'] & { readonly region: string };
}

/** Fills defaults in. The document must be free of mistakes (`findMistakes`); otherwise the schema library throws. */
export function resolveOrganization(document: unknown): Organization {
  const { services, optionalPolicies, retention, accounts, identityCenter, ...rest } =
    organizationSchema.parse(document);
  const retentionDays = daysOf(retention);
  return {
    ...rest,
    partition: partitionOf(rest.homeRegion),
    services: { ...profiles[rest.profile], ...services },
    optionalPolicies: {
      requireGuardrail: false,
      denyPriorityTier: false,
      requirePermissionsBoundary: rest.profile === 'regulated',
      ...optionalPolicies,
    },
    retentionDays,
    retentionClass: retention.class,
    accounts: {
      management: { name: 'management', ...accounts.management },
      logArchive: { name: 'log-archive', ...accounts.logArchive },
      audit: { name: 'audit', ...accounts.audit },
      workloads: accounts.workloads.map(({ invocationLogRetention, promptBuckets = [], ...workload }) => ({
        ...workload,
        regions: workload.regions ?? [rest.homeRegion],
        promptBuckets: promptBuckets.map((bucket) => ({
          name: bucket.name,
          region: bucket.region ?? workload.regions?.[0] ?? rest.homeRegion,
        })),
        inferenceProfile: workload.inferenceProfile ?? (rest.bedrock.inferenceProfiles[0] as string),
        invocationLogRetentionDays: invocationLogRetention ? daysOf(invocationLogRetention) : retentionDays,
      })),
    },
    identityCenter: { ...identityCenter, region: identityCenter.region ?? rest.homeRegion },
  };
}

/** The four kinds of account in one list, workloads last. */
export function everyAccount({ accounts }: Organization): readonly Account[] {
  return [accounts.management, accounts.logArchive, accounts.audit, ...accounts.workloads];
}

function daysOf({ class: name, days }: OrganizationDocument['retention']): number {
  return days ?? retentionClasses[name].days;
}
