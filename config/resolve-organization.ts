import { accountsAt } from './assignment-targets';
import { type OrganizationDocument, organizationSchema } from './organization-schema';
import type { PermissionSetName } from './permission-set-accounts';
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
  /** Labels of the configuration, for assignments by tag. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A group and what it may do, with the names of the accounts its targets stand for. */
export interface Assignment {
  readonly group: string;
  readonly permissionSet: PermissionSetName;
  readonly accounts: readonly string[];
}

/** An account that runs Amazon Bedrock. */
export interface Workload extends Account {
  readonly regions: readonly string[];
  readonly inferenceProfile: string;
  readonly invocationLogRetentionDays: number;
  /** Buckets that Macie inspects in full. */
  readonly promptBuckets: readonly { readonly name: string; readonly region: string }[];
  /** Absent where no Slack app asks. */
  readonly slack?: OrganizationDocument['accounts']['workloads'][number]['slack'];
}

/**
 * The organization as the rest of the project sees it: validated, defaults filled in, profile applied.
 *
 * Reference: config/organization-schema.ts says what each field means.
 */
export interface Organization
  extends Omit<
    OrganizationDocument,
    'services' | 'optionalPolicies' | 'rollout' | 'retention' | 'trail' | 'accounts' | 'identityCenter'
  > {
  readonly partition: string;
  readonly services: ServiceSwitches;
  readonly optionalPolicies: Required<OrganizationDocument['optionalPolicies']>;
  readonly rollout: Omit<OrganizationDocument['rollout'], 'slotsHeld'> & {
    readonly slotsHeld: Required<OrganizationDocument['rollout']['slotsHeld']>;
  };
  /** Days the log archive keeps evidence. */
  readonly retentionDays: number;
  readonly retentionClass: RetentionClassName;
  /** Days after which log files move to colder storage; undefined where they do not live long enough for it. */
  readonly colderAfterDays: number | undefined;
  readonly trail: NonNullable<OrganizationDocument['trail']>;
  readonly accounts: {
    readonly management: Account;
    readonly logArchive: Account;
    readonly audit: Account;
    readonly workloads: readonly Workload[];
  };
  readonly identityCenter: Omit<OrganizationDocument['identityCenter'], 'assignments'> & {
    readonly region: string;
    readonly assignments: readonly Assignment[];
  };
}

const heldByNobody = { serviceControlPolicies: 0, resourceControlPolicies: 0 };
/** Half of what a unit takes: how many AWS Control Tower attaches depends on the controls that are chosen there. */
const heldByControlTower = { serviceControlPolicies: 5, resourceControlPolicies: 2 };

/** Fills defaults in. The document must be free of mistakes (`findMistakes`); otherwise the schema library throws. */
export function resolveOrganization(document: unknown): Organization {
  const { services, optionalPolicies, rollout, retention, accounts, identityCenter, ...rest } =
    organizationSchema.parse(document);
  const retentionDays = daysOf(retention);
  const named = [
    { name: 'management', ...accounts.management },
    { name: 'log-archive', ...accounts.logArchive },
    { name: 'audit', ...accounts.audit },
    ...accounts.workloads,
  ];
  return {
    ...rest,
    partition: partitionOf(rest.homeRegion),
    services: { ...profiles[rest.profile], ...services },
    optionalPolicies: {
      requireGuardrail: false,
      denyPriorityTier: false,
      requirePermissionsBoundary: rest.profile === 'regulated',
      allowBedrockMantle: false,
      blockInternetIntoVpcs: false,
      ...optionalPolicies,
    },
    rollout: {
      ...rollout,
      slotsHeld: { ...(rest.controlTower ? heldByControlTower : heldByNobody), ...rollout.slotsHeld },
    },
    retentionDays,
    retentionClass: retention.class,
    colderAfterDays: retentionClasses[retention.class].colderAfterDays,
    trail: rest.trail ?? (rest.controlTower ? 'data-only' : 'complete'),
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
    identityCenter: {
      ...identityCenter,
      region: identityCenter.region ?? rest.homeRegion,
      assignments: identityCenter.assignments.map(({ accounts: targets, ...assignment }) => ({
        ...assignment,
        accounts: [...new Set(targets.flatMap((target) => accountsAt(target, named).map(({ name }) => name)))],
      })),
    },
  };
}

/** Governed regions in which any workload calls Amazon Bedrock, in the order they are governed. */
export function bedrockRegionsOf({ governedRegions, accounts }: Organization): readonly string[] {
  return governedRegions.filter((region) => accounts.workloads.some(({ regions }) => regions.includes(region)));
}

/** The four kinds of account in one list, workloads last. */
export function everyAccount({ accounts }: Organization): readonly Account[] {
  return [accounts.management, accounts.logArchive, accounts.audit, ...accounts.workloads];
}

function daysOf({ class: name, days }: OrganizationDocument['retention']): number {
  return days ?? retentionClasses[name].days;
}
