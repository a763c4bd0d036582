import { everyAccount, type Organization } from '../config/resolve-organization';
import type { NamedDocument } from '../evaluator/chain-input';
import { accountOf } from '../evaluator/request/account-of';
import { readContext } from './context-pairs';
import type { ExplainOptions } from './explain-options';
import { PolicyFiles } from './policy-files';
import { findPrincipal, mistakeOfName } from './principals/find-principal';
import type { Question } from './question';

/** The question the options ask, or everything that is wrong with them. */
export type ReadQuestion = { readonly question: Question } | { readonly mistakes: readonly string[] };

/** Reads the options and the files they name. */
export function readQuestion(options: ExplainOptions, organization: Organization): ReadQuestion {
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
  if (resourceAccountId !== undefined && !/^\d{12}$/.test(resourceAccountId)) {
    mistakes.push(`--resource-account ${resourceAccountId}: no such account. Use twelve digits or one of ${list}`);
  }
  const said = accountOf(resource);
  if (resourceAccountId !== undefined && said !== undefined && said !== resourceAccountId) {
    mistakes.push(`--resource-account ${options.resourceAccount}: the ARN says ${said}. Leave the option out`);
  }
  const context = readContext(options.context ?? [], mistakes);

  const files = new PolicyFiles();
  const managedPolicies = files.readNamed('--managed-policy', options.managedPolicy);
  const identity = files.readAll('--identity-policy', options.identityPolicy);
  const boundary = options.permissionsBoundary && files.read('--permissions-boundary', options.permissionsBoundary);
  const session = files.readAll('--session-policy', options.sessionPolicy);
  const resourceOwn = options.resourcePolicy && files.read('--resource-policy', options.resourcePolicy);
  mistakes.push(...files.mistakes);

  if (options.as === undefined) {
    mistakes.push(
      '--as: missing. Name who asks: a permission set, bedrock-caller, root, role/<name>, user/<name> or an ARN',
    );
  } else if (account === undefined) {
    mistakes.push(...[mistakeOfName(options.as)].filter((mistake) => mistake !== undefined));
  } else {
    const principal = findPrincipal(options.as, {
      organization,
      account,
      action: action ?? '',
      ...(options.region === undefined ? {} : { region: options.region }),
      managedPolicies,
      identityPolicies: options.identityPolicy === undefined ? undefined : identity,
      allowEverything: options.allowEverything ?? false,
    });
    if ('mistake' in principal) mistakes.push(principal.mistake);
    else if (mistakes.length === 0 && action !== undefined) {
      return {
        question: {
          account,
          principal,
          action,
          resource,
          ...(resourceAccountId === undefined ? {} : { resourceAccountId }),
          context,
          ...(boundary ? { permissionsBoundary: boundary } : {}),
          ...(options.sessionPolicy ? { sessionPolicies: session } : {}),
          ...(resourceOwn ? { resourcePolicy: ofKind(resourceOwn, action, resource) } : {}),
        },
      };
    }
  }
  return { mistakes };
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
