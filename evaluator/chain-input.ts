import type { OrganizationIds } from './request/caller';

/** A policy document and the name an answer calls it by. */
export interface NamedDocument {
  readonly name: string;
  /** The parsed JSON. */
  readonly document: unknown;
}

/** The root, a unit or an account, with the policies attached there. */
export interface OrganizationLevel {
  readonly name: string;
  /** `FullAWSAccess` included where it is attached: a level whose policies allow nothing denies. @default none */
  readonly serviceControlPolicies?: readonly NamedDocument[];
  /** `RCPFullAWSAccess` is always attached and need not be given. @default none */
  readonly resourceControlPolicies?: readonly NamedDocument[];
}

export interface OrganizationInput extends OrganizationIds {
  /** From the root to the account of the principal: their service control policies apply. @default no such policies */
  readonly principalLevels?: readonly OrganizationLevel[];
  /** From the root to the account of the resource: their resource control policies apply. @default no such policies */
  readonly resourceLevels?: readonly OrganizationLevel[];
}

/** Every policy that may speak of a request. */
export interface ChainInput {
  /** @default no organization */
  readonly organization?: OrganizationInput;
  /** Of the user with its groups, or of the role. @default none: they allow nothing */
  readonly identityPolicies?: readonly NamedDocument[];
  /** @default no boundary */
  readonly permissionsBoundary?: NamedDocument;
  /** Of a role's session or a federated user's. @default none; a federated user then has no permissions of its own */
  readonly sessionPolicies?: readonly NamedDocument[];
  /** Of the resource. Without it there is none; a key or a role has one in any case, so nothing allows its use for sure. */
  readonly resourcePolicy?: NamedDocument & {
    readonly kind: 'resource-policy' | 'kms-key-policy' | 'role-trust-policy';
  };
  /** Of the VPC endpoint the request comes through. @default none */
  readonly vpcEndpointPolicy?: NamedDocument;
}
