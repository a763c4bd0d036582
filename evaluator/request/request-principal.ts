import { RequestError } from '../policy-error';
import { type Problem, show } from '../problem';
import type { Truth } from '../truth';
import type { Principal, PrincipalType } from './principal';

const IDENTITY_ARN = /^arn:([^:]+):(iam|sts)::(\d{12}):(root|user|role|assumed-role|federated-user)(?:\/(.+))?$/;
const SERVICE_NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.[a-z]+)?|aws\.internal)$/;
const ACCOUNT_ID = /^\d{12}$/;
const PRINCIPAL_TYPES: readonly string[] = [
  'user',
  'root',
  'role',
  'federated-user',
  'service',
  'federated',
  'anonymous',
] satisfies PrincipalType[];

/** A request's principal, taken apart once. */
export interface RequestPrincipal {
  readonly type: PrincipalType;
  readonly arn: string | undefined;
  readonly accountId: string | undefined;
  /** The role's ARN with its path, when it is known. */
  readonly roleArn: string | undefined;
  /** `account/name` of the role: a role's name is unique in its account, whatever its path. */
  readonly roleName: string | undefined;
  /** The ARN of the role session or federated user session, when it is known. */
  readonly sessionArn: string | undefined;
  /** The ARN of the IAM user a federated user session belongs to, when it is known. */
  readonly userArn: string | undefined;
  /** The value of `aws:PrincipalArn`; null when the principal has one that is not known here. */
  readonly principalArn: string | undefined | null;
  readonly userName: string | undefined;
  readonly serviceLinkedRole: Truth;
}

/** Takes the principal apart; throws a RequestError that names every mistake. */
export function readPrincipal(principal: Principal): RequestPrincipal {
  const problems: Problem[] = [];
  const report = (path: string, got: unknown, message: string, remedy: string, allowed?: string): void => {
    problems.push({
      path: `principal.${path}`,
      got: show(got),
      message,
      remedy,
      ...(allowed === undefined ? {} : { allowed }),
    });
  };
  const { arn } = principal;
  const match = typeof arn === 'string' ? IDENTITY_ARN.exec(arn) : null;
  const type = principal.type ?? typeFrom(arn, match?.[4]);
  const account = principal.accountId ?? match?.[3];
  if (type === undefined || !PRINCIPAL_TYPES.includes(type)) {
    const remedy = 'Give the ARN of a user, role, session or root user, the name of a service, or say the type.';
    report(
      principal.type === undefined ? 'arn' : 'type',
      principal.type ?? arn,
      'Not a principal.',
      remedy,
      PRINCIPAL_TYPES.join(', '),
    );
    throw new RequestError(problems);
  }
  if (type !== 'anonymous' && (typeof arn !== 'string' || arn === '')) {
    report('arn', arn, 'The principal has no ARN or name.', 'Say who makes the request.');
  }
  const needsIdentity = type === 'user' || type === 'root' || type === 'role' || type === 'federated-user';
  if (needsIdentity && typeFrom(arn, match?.[4]) !== type) {
    report('arn', arn, `Not the ARN of a principal of the type ${type}.`, 'Correct the ARN or the type.');
  }
  if (account !== undefined && !ACCOUNT_ID.test(account)) {
    report('accountId', account, 'Not an account id.', 'Write twelve digits as a text.');
  }
  const roleName = type === 'role' ? nameOfRole(match?.[4], match?.[5]) : undefined;
  const sessionOf = principal.sessionOf ?? (match?.[4] === 'role' ? arn : undefined);
  if (type === 'role' && sessionOf !== undefined && !belongsTo(sessionOf, match?.[3], roleName)) {
    report('sessionOf', sessionOf, 'Not the role of this session.', 'Give the ARN of the role, with its path.');
  }
  if (problems.length > 0) throw new RequestError(problems);
  const session = match?.[4] === 'assumed-role' || match?.[4] === 'federated-user';
  return {
    type,
    arn,
    accountId: account,
    roleArn: type === 'role' ? sessionOf : undefined,
    roleName: roleName === undefined ? undefined : `${account}/${roleName}`,
    sessionArn: session ? arn : undefined,
    userArn: type === 'federated-user' ? principal.sessionOf : undefined,
    principalArn: principalArn(type, arn, sessionOf, match?.[1], account, roleName),
    userName: type === 'user' ? match?.[5]?.split('/').at(-1) : undefined,
    serviceLinkedRole: serviceLinked(principal, type, sessionOf, roleName),
  };
}

function typeFrom(arn: string | undefined, resource: string | undefined): PrincipalType | undefined {
  if (resource === 'assumed-role') return 'role';
  if (resource !== undefined) return resource as PrincipalType;
  return typeof arn === 'string' && SERVICE_NAME.test(arn) ? 'service' : undefined;
}

function nameOfRole(resource: string | undefined, rest: string | undefined): string | undefined {
  return resource === 'assumed-role' ? rest?.split('/')[0] : rest?.split('/').at(-1);
}

function belongsTo(roleArn: string, account: string | undefined, roleName: string | undefined): boolean {
  const match = IDENTITY_ARN.exec(roleArn);
  return match?.[4] === 'role' && match[3] === account && match[5]?.split('/').at(-1) === roleName;
}

/**
 * `aws:PrincipalArn`: for a role's session the ARN of the role.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 */
function principalArn(
  type: PrincipalType,
  arn: string | undefined,
  sessionOf: string | undefined,
  partition: string | undefined,
  account: string | undefined,
  roleName: string | undefined,
): string | undefined | null {
  if (type === 'user' || type === 'root' || type === 'federated-user') return arn;
  if (type !== 'role') return undefined;
  if (sessionOf !== undefined) return sessionOf;
  return hasAPath(roleName) ? null : `arn:${partition}:iam::${account}:role/${roleName}`;
}

function serviceLinked(
  principal: Principal,
  type: PrincipalType,
  sessionOf: string | undefined,
  roleName: string | undefined,
): Truth {
  if (principal.serviceLinkedRole !== undefined) return principal.serviceLinkedRole;
  if (type !== 'role') return false;
  if (sessionOf !== undefined) return sessionOf.includes(':role/aws-service-role/');
  return roleName?.startsWith('AWSServiceRoleFor') ? undefined : false;
}

/** Roles that AWS creates below a path of its own. */
function hasAPath(roleName: string | undefined): boolean {
  return roleName?.startsWith('AWSServiceRoleFor') === true || roleName?.startsWith('AWSReservedSSO_') === true;
}
