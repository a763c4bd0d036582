import type { PolicyGrammar } from '../policy-kind';
import type { Problems } from '../problem';
import { asObject, readTexts } from './json';
import { Principals } from './principal';

const IDENTITY =
  /^arn:[a-z0-9-]+:(?:iam|sts)::(\d{12}|cloudfront):(root|user|role|assumed-role|federated-user)(?:\/([^*?]+))?$/;
const UNIQUE_ID = /^A[A-Z0-9]{15,127}$/;
const SERVICE = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const PROVIDER = /^(arn:[a-z0-9-]+:iam::\d{12}:(saml-provider|oidc-provider)\/[^*?]+|[a-z0-9-]+(\.[a-z0-9-]+)+)$/;
const CANONICAL_USER = /^[0-9a-f]{64}$/;
const AWS_FORMS = '*, a 12-digit account id, or the ARN of a root user, user, role or session without wildcards';

/**
 * Reads `Principal` or `NotPrincipal`. No part of a principal takes a wildcard; only `*` alone means everyone.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function readPrincipals(
  statement: Readonly<Record<string, unknown>>,
  grammar: PolicyGrammar,
  path: string,
  problems: Problems,
): Principals | undefined {
  const names = ['Principal', 'NotPrincipal'].filter((name) => Object.hasOwn(statement, name));
  const [name] = names;
  if (grammar.principal === 'forbidden') {
    if (name !== undefined) {
      const message = 'The principal is the one the policy is attached to.';
      problems.add(`${path}.${name}`, statement[name], message, `Remove ${name}.`);
    }
    return undefined;
  }
  if (grammar.principal === 'everyone') {
    if (names.length !== 1 || statement.Principal !== '*') {
      const place = name === undefined ? path : `${path}.${name}`;
      const remedy = 'Write "Principal": "*" and say in Condition whom you mean.';
      problems.add(
        place,
        name === undefined ? undefined : statement[name],
        'A policy of this kind speaks of every principal.',
        remedy,
        '"*"',
      );
    }
    return undefined;
  }
  if (name === undefined || names.length > 1) {
    const message = 'A statement of this kind of policy has either Principal or NotPrincipal.';
    problems.add(path, names, message, 'Write exactly one of them.', 'Principal, NotPrincipal');
    return undefined;
  }
  if (name === 'NotPrincipal' && !(grammar.notPrincipal && statement.Effect === 'Deny')) {
    const message = 'NotPrincipal is supported together with a Deny only, and in no role trust policy.';
    problems.add(
      `${path}.NotPrincipal`,
      statement.NotPrincipal,
      message,
      'Name the principals in Principal.',
      'Principal',
    );
  }
  return readOne(statement[name], `${path}.${name}`, name === 'NotPrincipal', problems);
}

function readOne(value: unknown, path: string, negated: boolean, problems: Problems): Principals {
  const principals = new Principals(negated);
  if (value === '*') {
    principals.everyone = true;
    return principals;
  }
  const map = asObject(value);
  const entries = Object.entries(map ?? {});
  if (entries.length === 0) {
    const remedy = 'Write "*", or an object such as { "AWS": "123456789012" }.';
    problems.add(path, value, 'Names no principal.', remedy, '"*", AWS, Service, Federated, CanonicalUser');
  }
  for (const [kind, names] of entries) {
    const add = READERS.get(kind);
    if (add === undefined) {
      const remedy = 'Correct the name; it is case-sensitive.';
      problems.add(`${path}.${kind}`, names, 'Not a kind of principal.', remedy, [...READERS.keys()].join(', '));
      continue;
    }
    for (const { text, path: place } of readTexts(names, `${path}.${kind}`, problems)) {
      const allowed = add(principals, text);
      if (allowed !== undefined) problems.add(place, text, 'Not a principal.', 'Name the principal exactly.', allowed);
    }
  }
  return principals;
}

/** Each adds one principal, or answers what is allowed. */
const READERS: ReadonlyMap<string, (principals: Principals, text: string) => string | undefined> = new Map([
  ['AWS', addIdentity],
  [
    'Service',
    (principals, text) => add(principals.services, text, SERVICE, 'a service principal such as s3.amazonaws.com'),
  ],
  [
    'Federated',
    (principals, text) =>
      add(principals.providers, text, PROVIDER, 'a provider such as accounts.google.com, or its ARN'),
  ],
  [
    'CanonicalUser',
    (principals, text) => add(principals.canonicalUsers, text, CANONICAL_USER, '64 hexadecimal digits'),
  ],
]);

function add(names: Set<string>, text: string, form: RegExp, allowed: string): string | undefined {
  if (!form.test(text)) return allowed;
  names.add(text);
  return undefined;
}

function addIdentity(principals: Principals, text: string): string | undefined {
  // A unique id stands where the named user or role was deleted: it names nobody any more.
  if (UNIQUE_ID.test(text)) return undefined;
  if (text === '*') {
    principals.everyone = true;
    return undefined;
  }
  if (/^\d{12}$/.test(text)) {
    principals.accounts.add(text);
    return undefined;
  }
  const [, account = '', kind, name] = IDENTITY.exec(text) ?? [];
  if (kind === 'root' && name === undefined) principals.accounts.add(account);
  else if (name === undefined) return AWS_FORMS;
  else if (kind === 'user') principals.users.add(text);
  else if (kind === 'role') {
    principals.roles.add(text);
    principals.roleNames.add(`${account}/${name.split('/').at(-1)}`);
  } else if (kind === 'assumed-role' || kind === 'federated-user') {
    principals.sessions.add(text);
    if (kind === 'assumed-role') principals.sessionRoleNames.add(`${account}/${name.split('/')[0]}`);
  } else return AWS_FORMS;
  return undefined;
}
