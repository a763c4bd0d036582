import type { Clients } from './clients';

/** One IAM statement a setting needs to read and apply itself. */
export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Where a setting is applied. */
export interface Place {
  readonly partition: string;
  readonly accountId: string;
  readonly region: string;
  readonly managementAccountId: string;
  readonly organizationId: string;
}

/** A difference between what is desired and what AWS answers. */
export interface Difference {
  /** What differs, as a dotted path or a name: `policyTypes.SERVICE_CONTROL_POLICY`. */
  readonly what: string;
  readonly desired: unknown;
  readonly observed: unknown;
}

/**
 * Something only an API can set. `read → differences → apply`, idempotent, sequential, and it never disables anything when its
 * stack is deleted or rolled back.
 *
 * @typeParam Desired - JSON that CloudFormation carries to the custom resource; a change of it triggers the next run
 * @typeParam Observed - what `read` found
 */
export interface Setting<Desired, Observed> {
  /** File name, and the name in the custom resource. */
  readonly name: string;
  /** The AWS page it follows. */
  readonly reference: string;
  /** The least privilege to read and apply it. */
  permissions(desired: Desired, place: Place): readonly Permission[];
  /** Asks AWS; changes nothing. Throws what the API throws: a missing permission is never "not set". */
  read(desired: Desired, clients: Clients): Promise<Observed>;
  /** What `apply` would change, in order. Pure. Empty when everything is as desired. */
  differences(desired: Desired, observed: Observed): readonly Difference[];
  /**
   * Makes it so, one call after the other. Treats "already so" as success and reads failures that hide in an HTTP 200.
   * Returns values other resources of the stack need, such as a detector id; the same values on every run.
   */
  apply(desired: Desired, observed: Observed, clients: Clients): Promise<Attributes>;
}

/** Values a setting hands to its stack. */
export type Attributes = Readonly<Record<string, string>>;

/** A setting with its desired state, as a stack asks for it. */
export interface DesiredSetting {
  readonly name: string;
  readonly desired: unknown;
  readonly permissions: readonly Permission[];
}

/** Binds a setting to a desired state at a place; the type of the state is checked here, before it becomes JSON. */
export function desiredSetting<Desired, Observed>(
  setting: Setting<Desired, Observed>,
  desired: Desired,
  place: Place,
): DesiredSetting {
  return { name: setting.name, desired, permissions: setting.permissions(desired, place) };
}
