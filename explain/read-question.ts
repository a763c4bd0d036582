import { everyAccount, type Organization } from '../config/resolve-organization';
import type { NamedDocument } from '../evaluator/chain-input';
import { accountOf } from '../evaluator/request/account-of';
import { readContext } from './context-pairs';
import type { ExplainOptions } from './explain-options';
import { optionConflicts } from './option-conflicts';
import { PolicyFiles } from './policy-files';
import { findPrincipal, mistakeOfName } from './principals/find-principal';
import type { Question } from './question';

/** The question the options ask, or everything that is wrong with them. */
export type ReadQuestion = { readonly question: Question } | { readonly mistakes: readonly string[] };

/** Reads the options and the files they name. */
export function readQuestion(options: ExplainOptions, organization: Organization): ReadQuestion {
  const asked = readRequest(options, organization);
  const given = readPolicies(options);
  const { account, action } = asked;
  const principal =
    options.as === undefined || account === undefined
      ? { mistake: mistakeOfWho(options.as) }
      : findPrincipal(options.as, {
          organization,
          account,
          action: action ?? '',
          ...(options.region === undefined ? {} : { region: options.region }),
          managedPolicies: given.managedPolicies,
          identityPolicies: given.identityPolicies,
          allowEverything: options.allowEverything ?? false,
        });
  const mistakes = [
    ...asked.mistakes,
    ...given.mistakes,
    ...optionConflicts(options, given.managedPolicies.keys()),
    ...('mistake' in principal && principal.mistake !== undefined ? [principal.mistake] : []),
  ];
  if (mistakes.length > 0 || account === undefined || action === undefined || 'mistake' in principal) {
    return { mistakes };
  }
  const { resource, resourceAccountId, context } = asked;
  const { permissionsBoundary, sessionPolicies, resourcePolicy } = given;
  return {
    question: {
      account,
      principal,
      action,
      resource,
      ...(resourceAccountId === undefined ? {} : { resourceAccountId }),
      context,
      ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
      ...(sessionPolicies === undefined ? {} : { sessionPolicies }),
      ...(resourcePolicy === undefined ? {} : { resourcePolicy: ofKind(resourcePolicy, action, resource) }),
    },
  };
}

/** Who, where and what, with everything that is wrong with it. */
function readRequest(options: ExplainOptions, organization: Organization) {
  const mistakes: string[] = [];
  const accounts = everyAccount(organization);
  const named = (one: string | undefined) => accounts.find(({ name, id }) => name === one || id === one);
  const list = listOf(accounts.map(({ name }) => name));
  const account = named(options.account);
  if (options.account === undefined) mistakes.push(`--account: missing. Name the account of who asks: ${list}`);
  else if (account === undefined) mistakes.push(`--account ${options.account}: no such account. Use one of ${list}`);
  const { action, resource } = options;
  if (action === undefined || !/^[a-z0-9-]+:[a-z0-9_.-]+$/i.test(action)) {
    const what = action === undefined ? '--action: missing' : `--action ${action}: not an action`;
    mistakes.push(`${what}. Write one action, without wildcards, such as bedrock:InvokeModel`);
  }
  if (!isResource(resource)) {
    mistakes.push(
      `--resource ${resource}: not a resource. Write its ARN (arn:partition:service:region:account:resource, without wildcards), or * for an action without one`,
    );
  }
  const resourceAccountId = named(options.resourceAccount)?.id ?? options.resourceAccount;
  const said = accountOf(resource);
  if (resourceAccountId !== undefined && !/^\d{12}$/.test(resourceAccountId)) {
    mistakes.push(`--resource-account ${resourceAccountId}: no such account. Use twelve digits or one of ${list}`);
  } else if (resourceAccountId !== undefined && said !== undefined && said !== resourceAccountId) {
    mistakes.push(`--resource-account ${options.resourceAccount}: the ARN says ${said}. Leave the option out`);
  }
  const context = readContext(options.context ?? [], mistakes);
  return { account, action, resource, resourceAccountId, context, mistakes };
}

/** The policies the caller gives. */
function readPolicies(options: ExplainOptions) {
  const files = new PolicyFiles();
  const one = (option: string, file: string | undefined) => (file === undefined ? undefined : files.read(option, file));
  const all = (option: string, names: readonly string[] | undefined) =>
    names === undefined ? undefined : files.readAll(option, names);
  return {
    managedPolicies: files.readNamed('--managed-policy', options.managedPolicy),
    identityPolicies: all('--identity-policy', options.identityPolicy),
    permissionsBoundary: one('--permissions-boundary', options.permissionsBoundary),
    sessionPolicies: all('--session-policy', options.sessionPolicy),
    resourcePolicy: one('--resource-policy', options.resourcePolicy),
    mistakes: files.mistakes,
  };
}

/** What is wrong with who asks, as far as it can be said without an account. */
function mistakeOfWho(as: string | undefined): string | undefined {
  if (as !== undefined) return mistakeOfName(as);
  return '--as: missing. Name who asks: a permission set, bedrock-caller, root, role/<name>, user/<name> or an ARN';
}

/** One ARN with its six parts, or `*`: a pattern would be judged as if it were a name. */
function isResource(resource: string): boolean {
  return resource === '*' || /^arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:(\d{12}|aws)?:[^*?]+$/.test(resource);
}

function ofKind(policy: NamedDocument, action: string, resource: string): NonNullable<Question['resourcePolicy']> {
  if (/^sts:/i.test(action)) return { ...policy, kind: 'role-trust-policy' };
  return { ...policy, kind: /^arn:[^:]+:kms:/.test(resource) ? 'kms-key-policy' : 'resource-policy' };
}

/** Names for a sentence; a hundred of them would hide it. */
function listOf(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(', ');
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
}
