/**
 * Who makes the request.
 *
 * - `user`, `root`: an IAM user, the root user of an account
 * - `role`: a session of an IAM role, however it was assumed
 * - `federated-user`: a session made with GetFederationToken
 * - `service`: an AWS service by its service principal, such as `cloudtrail.amazonaws.com`
 * - `federated`: an external identity that assumes a role with SAML or OpenID Connect; its provider is the principal
 * - `anonymous`: nobody signed the request
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export type PrincipalType = 'user' | 'root' | 'role' | 'federated-user' | 'service' | 'federated' | 'anonymous';

export interface Principal {
  /**
   * The ARN of the user, root user, role or session; the name of the service; the provider of a federated principal.
   * None for an anonymous request.
   */
  readonly arn?: string;
  /** Default: what the ARN says. `anonymous` and `federated` have to be said. */
  readonly type?: PrincipalType;
  /** Twelve digits. Default: the account of the ARN. */
  readonly accountId?: string;
  /**
   * For a session, the ARN of the role (or of the IAM user, for a `federated-user`) it belongs to. A session's own ARN
   * leaves out the role's path. Default for a role's session: a role without path; unknown for the roles that are known
   * to have one (`AWSReservedSSO_…`, `AWSServiceRoleFor…`).
   */
  readonly sessionOf?: string;
  /** Default: whether the role's path is `/aws-service-role/`. */
  readonly serviceLinkedRole?: boolean;
  /** Fills `aws:PrincipalOrgID`; null for none. Default for a principal with an account: the organization of the chain. */
  readonly organizationId?: string | null;
  /** Fills `aws:PrincipalOrgPaths`. */
  readonly organizationPath?: string;
  /** The canonical user id of the principal's account, which Amazon S3 bucket policies may name. */
  readonly canonicalUserId?: string;
}
