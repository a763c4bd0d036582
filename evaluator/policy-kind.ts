/**
 * The kinds of policy AWS judges a request by, and which elements each kind may have.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policy-types
 */
export const POLICY_KINDS = [
  'service-control-policy',
  'resource-control-policy',
  'identity-policy',
  'permissions-boundary',
  'session-policy',
  'resource-policy',
  'role-trust-policy',
  'kms-key-policy',
  'vpc-endpoint-policy',
] as const;

export type PolicyKind = (typeof POLICY_KINDS)[number];

/** What the grammar of one kind of policy asks for. */
export interface PolicyGrammar {
  /** `everyone`: only `"Principal": "*"`. */
  readonly principal: 'forbidden' | 'required' | 'everyone';
  /** Only together with a Deny. */
  readonly notPrincipal: boolean;
  readonly resource: 'forbidden' | 'required' | 'optional';
  readonly notAction: boolean;
  /** `"Action": "*"` is accepted. */
  readonly everyAction: boolean;
  readonly allow: boolean;
  readonly id: boolean;
  /** AWS asks for `"Version": "2012-10-17"`. */
  readonly currentVersion: boolean;
  /** IAM accepts letters and digits only in a Sid. */
  readonly alphanumericSid: boolean;
  /** The service prefix every action must have. */
  readonly service?: string;
  /** The page that says so. */
  readonly source: string;
}

const IAM_GRAMMAR = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html';

const IDENTITY: PolicyGrammar = {
  principal: 'forbidden',
  notPrincipal: false,
  resource: 'required',
  notAction: true,
  everyAction: true,
  allow: true,
  id: false,
  currentVersion: false,
  alphanumericSid: true,
  source: IAM_GRAMMAR,
};

const ATTACHED_TO_A_RESOURCE: PolicyGrammar = {
  principal: 'required',
  notPrincipal: true,
  resource: 'optional',
  notAction: true,
  everyAction: true,
  allow: true,
  id: true,
  currentVersion: false,
  alphanumericSid: false,
  source: IAM_GRAMMAR,
};

/**
 * The grammar of each kind. Resource is optional in a resource-based policy because some services (Amazon ECR
 * repository policies) have none: the statement then speaks of the resource the policy is attached to.
 */
export const POLICY_GRAMMARS: Readonly<Record<PolicyKind, PolicyGrammar>> = {
  'service-control-policy': {
    ...IDENTITY,
    currentVersion: true,
    alphanumericSid: false,
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html',
  },
  'resource-control-policy': {
    ...IDENTITY,
    principal: 'everyone',
    notAction: false,
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html: select prefixes only.
    everyAction: false,
    allow: false,
    currentVersion: true,
    alphanumericSid: false,
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html',
  },
  'identity-policy': IDENTITY,
  'permissions-boundary': IDENTITY,
  'session-policy': IDENTITY,
  'resource-policy': ATTACHED_TO_A_RESOURCE,
  'role-trust-policy': {
    ...ATTACHED_TO_A_RESOURCE,
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
    notPrincipal: false,
    resource: 'forbidden',
    alphanumericSid: true,
    everyAction: false,
    service: 'sts',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html',
  },
  'kms-key-policy': {
    ...ATTACHED_TO_A_RESOURCE,
    resource: 'required',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
  },
  'vpc-endpoint-policy': {
    ...ATTACHED_TO_A_RESOURCE,
    resource: 'required',
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  },
};
