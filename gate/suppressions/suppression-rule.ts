import type { AutomationRulesFindingFilters } from '@aws-sdk/client-securityhub';
import { everyAccount, type Organization } from '../../config/resolve-organization';
import { UsageError } from '../usage-error';
import { isLive } from '../waiver-hygiene';
import type { Day } from '../waiver-life';
import type { Waiver } from '../waivers';

/** What an automation rule suppresses: findings of one control, in these accounts, of resources whose ARN starts with one of these. */
export interface SuppressedFindings {
  readonly control: string;
  readonly accountIds: readonly string[];
  /** Empty: every resource. */
  readonly resourcePrefixes: readonly string[];
}

/** An automation rule that a waiver asks for. */
export interface SuppressionRule extends SuppressedFindings {
  /** Carries the organization, the waiver and the control, and so tells our rules from those of people. */
  readonly name: string;
  readonly description: string;
  /** The note at each suppressed finding: who decided it, why, and until when. At most 512 characters. */
  readonly note: string;
}

/** Who Security Hub says has written our notes. A finding with another author is somebody's own decision and never touched. */
export function noteAuthorOf({ name }: Organization): string {
  return `${name}-waivers`;
}

/** What the names of all our rules start with. */
export function rulePrefixOf({ name }: Organization): string {
  return `${name}-waiver-`;
}

/**
 * The rules that the waivers of a file ask for on a day, in the order of the file. Expired waivers ask for none.
 *
 * Throws a UsageError with every account that the configuration does not have.
 */
export function suppressionRules(
  waivers: readonly Waiver[],
  organization: Organization,
  today: Day,
): SuppressionRule[] {
  const ids = new Map(everyAccount(organization).map(({ name, id }) => [name, id]));
  const unknown = waivers.flatMap(({ place, securityHub = [] }) =>
    securityHub.flatMap(({ accounts }) =>
      accounts
        .filter((name) => !ids.has(name))
        .map((name) => `${place} securityHub.accounts: is not an account name, got "${name}"`),
    ),
  );
  if (unknown.length > 0) {
    throw new UsageError(
      `${unknown.join('\n')}\nAn account is named as in the configuration. Use one of ${[...ids.keys()].join(', ')}`,
    );
  }
  return waivers
    .filter((waiver) => isLive(waiver, today))
    .flatMap((waiver) =>
      (waiver.securityHub ?? []).map(({ control, accounts, resources = [] }, index): SuppressionRule => {
        const decision = `${waiver.reason.en} Accepted by ${waiver.owner} until ${waiver.expires}.`;
        return {
          name: `${rulePrefixOf(organization)}${waiver.id}-${index + 1}-${control}`,
          description: `${waiver.id}: ${decision}`.slice(0, 1024),
          note: `${waiver.id}: ${decision}`.slice(0, 512),
          control,
          accountIds: accounts.map((name) => ids.get(name) as string),
          resourcePrefixes: resources,
        };
      }),
    );
}

/** The criteria of a rule as Security Hub keeps them: what nobody has decided about otherwise. */
export function criteriaOf({
  control,
  accountIds,
  resourcePrefixes,
}: SuppressedFindings): AutomationRulesFindingFilters {
  return {
    ComplianceSecurityControlId: [{ Value: control, Comparison: 'EQUALS' }],
    AwsAccountId: accountIds.map((Value) => ({ Value, Comparison: 'EQUALS' as const })),
    ...(resourcePrefixes.length > 0
      ? { ResourceId: resourcePrefixes.map((Value) => ({ Value, Comparison: 'PREFIX' as const })) }
      : {}),
    RecordState: [{ Value: 'ACTIVE', Comparison: 'EQUALS' }],
    WorkflowStatus: ['NEW', 'NOTIFIED'].map((Value) => ({ Value, Comparison: 'EQUALS' as const })),
  };
}
