import type { RequestPrincipal } from '../request/request-principal';
import { not, type Truth } from '../truth';

/** The principal is not named. */
export const NOT_NAMED = 0;
/** Its account is named: the account's own policies decide. */
export const ACCOUNT_NAMED = 1;
/** The role or user behind the session is named: the permissions boundary and the session policies still limit it. */
export const ROLE_NAMED = 2;
/** The user, session, service or everyone is named: nothing but an explicit deny limits it. */
export const PRINCIPAL_NAMED = 3;

/** How closely a statement names a principal; the larger, the closer. */
export type Naming = 0 | 1 | 2 | 3;

/** What is known of the naming: at least `certain`, at most `possible`. */
export interface NamingBounds {
  readonly certain: Naming;
  readonly possible: Naming;
}

/** The principals of a statement, sorted by what they name. ARNs are case-sensitive. */
export class Principals {
  everyone = false;
  readonly accounts = new Set<string>();
  readonly users = new Set<string>();
  readonly roles = new Set<string>();
  /** `account/name` of each role in `roles`. */
  readonly roleNames = new Set<string>();
  readonly sessions = new Set<string>();
  /** `account/name` of the role of each session in `sessions`. */
  readonly sessionRoleNames = new Set<string>();
  readonly services = new Set<string>();
  readonly providers = new Set<string>();
  readonly canonicalUsers = new Set<string>();

  constructor(readonly negated: boolean) {}

  /**
   * How closely `Principal` names who makes the request.
   *
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
   */
  naming(principal: RequestPrincipal, canonicalUserId: string | undefined): NamingBounds {
    const certain = this.#certain(principal, canonicalUserId);
    const possible = Math.max(certain, this.#possible(principal, canonicalUserId)) as Naming;
    return BOUNDS[certain * 4 + possible] as NamingBounds;
  }

  /**
   * Whether a statement with `NotPrincipal` applies: unless the principal is listed with all AWS may look at, which is
   * its account as well as the user or role. Where only some are listed, AWS does not say.
   *
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
   */
  leaveOut(principal: RequestPrincipal, canonicalUserId: string | undefined): Truth {
    return not(this.#listed(principal, canonicalUserId));
  }

  #listed(principal: RequestPrincipal, canonicalUserId: string | undefined): Truth {
    if (this.everyone) return true;
    const { certain, possible } = this.naming(principal, canonicalUserId);
    const { accountId } = principal;
    if (accountId === undefined || principal.type === 'root') {
      return certain !== NOT_NAMED ? true : possible !== NOT_NAMED ? undefined : false;
    }
    const identity = principal.type === 'role' ? this.#namesRole(principal) : certain === PRINCIPAL_NAMED;
    if (identity && this.accounts.has(accountId)) return true;
    return possible === NOT_NAMED ? false : undefined;
  }

  #certain(principal: RequestPrincipal, canonicalUserId: string | undefined): Naming {
    const { arn = '', accountId = '', sessionArn } = principal;
    if (this.everyone) return PRINCIPAL_NAMED;
    if (sessionArn !== undefined && this.sessions.has(sessionArn)) return PRINCIPAL_NAMED;
    if (principal.type === 'user' && this.users.has(arn)) return PRINCIPAL_NAMED;
    if (principal.type === 'service' && this.services.has(arn)) return PRINCIPAL_NAMED;
    if (principal.type === 'federated' && this.providers.has(arn)) return PRINCIPAL_NAMED;
    if (this.#namesRole(principal)) return ROLE_NAMED;
    if (principal.userArn !== undefined && this.users.has(principal.userArn)) return ROLE_NAMED;
    const account = this.accounts.has(accountId) || this.canonicalUsers.has(canonicalUserId ?? '');
    if (!account || principal.type === 'service') return NOT_NAMED;
    return principal.type === 'root' ? PRINCIPAL_NAMED : ACCOUNT_NAMED;
  }

  #possible(principal: RequestPrincipal, canonicalUserId: string | undefined): Naming {
    const sessionNotKnown = principal.type === 'role' && principal.sessionArn === undefined;
    if (sessionNotKnown && this.sessionRoleNames.has(principal.roleName ?? '')) return PRINCIPAL_NAMED;
    if (principal.type === 'federated-user' && principal.userArn === undefined && this.users.size > 0)
      return ROLE_NAMED;
    const signedByAccount = principal.accountId !== undefined && canonicalUserId === undefined;
    return signedByAccount && this.canonicalUsers.size > 0 ? ACCOUNT_NAMED : NOT_NAMED;
  }

  #namesRole({ roleArn, roleName }: RequestPrincipal): boolean {
    if (roleArn !== undefined) return this.roles.has(roleArn);
    return roleName !== undefined && this.roleNames.has(roleName);
  }
}

const NAMINGS: readonly Naming[] = [NOT_NAMED, ACCOUNT_NAMED, ROLE_NAMED, PRINCIPAL_NAMED];
/** Every pair of bounds, so that judging makes no objects. */
const BOUNDS: readonly NamingBounds[] = NAMINGS.flatMap((certain) =>
  NAMINGS.map((possible) => ({ certain, possible })),
);
