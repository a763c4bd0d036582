import type { SecurityHub } from '@aws-sdk/client-securityhub';
import { ConfigurationError } from '../../config/mistakes';
import type { Organization } from '../../config/resolve-organization';
import type { Terminal } from '../../terminal/terminal';
import { UsageError } from '../usage-error';
import { isDay } from '../waiver-life';
import { loadWaivers, WaiverMistakes, waiversFor } from '../waivers';
import { apply, type PreparedChange, prepare } from './apply-change';
import { readRules } from './observed-rules';
import { maximumRules, planRules } from './plan';
import { renderSuppressions, reportOf } from './report';
import { SecurityHubFailed } from './security-hub-failed';
import { noteAuthorOf, rulePrefixOf, suppressionRules } from './suppression-rule';

export interface SuppressionsOptions {
  readonly waivers: string;
  readonly language: 'en' | 'ja';
  readonly json: boolean;
  /** Whether to make the changes; otherwise they are only shown. */
  readonly apply: boolean;
  /** The day on which waivers are judged. */
  readonly date: string;
}

export interface SuppressionsDependencies {
  loadOrganization(): Organization;
  /** Security Hub of the home region, with whatever credentials the caller has. */
  securityHub(region: string): SecurityHub;
}

/**
 * Makes the automation rules of Security Hub CSPM that the waivers ask for, and takes away those whose waiver has expired. Shows what it
 * would do unless it is told to do it.
 *
 * Answers the exit code of the process: 0 as desired, or made so · 1 changes are pending · 2 Security Hub could not be asked · 3 the
 * waivers are wrong · 64 a mistake of the caller. Anything else that is thrown is our bug and passes through.
 */
export async function runSuppressions(
  options: SuppressionsOptions,
  dependencies: SuppressionsDependencies,
  terminal: Pick<Terminal, 'writeOut' | 'writeError'>,
): Promise<number> {
  try {
    return await planAndApply(options, dependencies, terminal);
  } catch (error) {
    const exitCode = exitCodeOf(error);
    if (exitCode === undefined || !(error instanceof Error)) throw error;
    terminal.writeError(exitCode === 2 ? `Security Hub could not be asked: ${explain(error)}\n` : `${error.message}\n`);
    return exitCode;
  }
}

async function planAndApply(
  options: SuppressionsOptions,
  { loadOrganization, securityHub: connect }: SuppressionsDependencies,
  terminal: Pick<Terminal, 'writeOut' | 'writeError'>,
): Promise<number> {
  if (!isDay(options.date)) {
    throw new UsageError(`--date: is not a day of the calendar, got "${options.date}"; write it as YYYY-MM-DD`);
  }
  const organization = loadOrganization();
  const waivers = waiversFor(organization.profile, loadWaivers(options.waivers, options.date));
  const desired = suppressionRules(waivers, organization, options.date);
  const { homeRegion, accounts } = organization;
  const securityHub = connect(homeRegion);
  await requireAdministrator(securityHub, accounts.audit.id);
  const observed = await readRules(securityHub, rulePrefixOf(organization));
  const changes = planRules(desired, observed);
  const others = observed.takenOrders.length - observed.ours.length;
  if (others + desired.length > maximumRules) {
    throw new UsageError(
      `The waivers ask for ${desired.length} automation rules beside ${others} of others; Security Hub takes ${maximumRules} in all. Join entries of the waivers.`,
    );
  }
  const author = noteAuthorOf(organization);
  const prepared: PreparedChange[] = [];
  for (const [index, change] of changes.entries()) {
    terminal.writeError(
      `${index + 1}/${changes.length} ${(change.kind === 'delete' ? change.before : change.rule).name}\n`,
    );
    const one = await prepare(change, securityHub, author);
    if (options.apply) await apply(one, securityHub, author);
    prepared.push(one);
  }
  const unchanged = desired.length - changes.filter(({ kind }) => kind !== 'delete').length;
  const report = reportOf(
    { region: homeRegion, account: accounts.audit.id, applied: options.apply, unchanged },
    prepared,
  );
  terminal.writeOut(
    options.json ? `${JSON.stringify(report, undefined, 2)}\n` : renderSuppressions(report, options.language),
  );
  return options.apply || changes.length === 0 ? 0 : 1;
}

/** A rule in another account would suppress nothing of the organization, and say nothing. */
async function requireAdministrator(securityHub: SecurityHub, auditAccountId: string): Promise<void> {
  const { HubArn = '' } = await securityHub.describeHub({});
  const accountId = HubArn.split(':')[4];
  if (accountId !== auditAccountId) {
    throw new UsageError(
      `The credentials are those of account ${accountId}, and Security Hub is administered from ${auditAccountId}. Use credentials of that account.`,
    );
  }
}

function exitCodeOf(error: unknown): number | undefined {
  if (error instanceof ConfigurationError || error instanceof UsageError) return 64;
  if (error instanceof WaiverMistakes) return 3;
  return isAnswerOfAws(error) ? 2 : undefined;
}

/** Errors of the SDK carry metadata; those of credentials and of the network have a name or a code. */
function isAnswerOfAws(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (
    error instanceof SecurityHubFailed ||
    '$metadata' in error ||
    /Credentials|TokenProvider|TimeoutError/.test(error.name) ||
    (typeof code === 'string' && /^E[A-Z]+$/.test(code))
  );
}

function explain(error: Error): string {
  if (/Credentials|TokenProvider/.test(error.name)) {
    return `there are no credentials (${error.message}). Sign in to the audit account, for example with \`aws sso login\`, and set AWS_PROFILE.`;
  }
  return error instanceof SecurityHubFailed ? error.message : `${error.name}: ${error.message}`;
}
