import type { AutomationRulesAction, SecurityHub } from '@aws-sdk/client-securityhub';
import { type FindingAtHand, isSuppressedBy, openFindings, suppressedFindings, updateFindings } from './findings';
import type { RuleChange } from './plan';
import { SecurityHubFailed } from './security-hub-failed';
import { criteriaOf, type SuppressionRule } from './suppression-rule';

/** A change with the findings of today that it touches: an automation rule by itself acts on what comes next only. */
export interface PreparedChange {
  readonly change: RuleChange;
  /** Open now, to be suppressed. */
  readonly suppress: readonly FindingAtHand[];
  /** Suppressed by us, to be open again. */
  readonly reopen: readonly FindingAtHand[];
}

/** Finds what a change touches today. Reads only. */
export async function prepare(change: RuleChange, securityHub: SecurityHub, author: string): Promise<PreparedChange> {
  const suppress = change.kind === 'delete' ? [] : await openFindings(securityHub, change.rule);
  if (change.kind === 'create') return { change, suppress, reopen: [] };
  const before = await suppressedFindings(securityHub, change.before, author);
  const still = change.kind === 'update' ? change.rule : undefined;
  return { change, suppress, reopen: before.filter((finding) => !still || !isSuppressedBy(still, finding)) };
}

/** Makes a change: the rule first, so that what comes in meanwhile is judged by it, then the findings of today. */
export async function apply(
  { change, suppress, reopen }: PreparedChange,
  securityHub: SecurityHub,
  author: string,
): Promise<void> {
  await changeRule(change, securityHub, author);
  if (change.kind !== 'delete') {
    await updateFindings(securityHub, suppress, 'SUPPRESSED', { text: change.rule.note, author });
  }
  const text = 'The waiver that suppressed this finding has expired, was removed or no longer names it.';
  await updateFindings(securityHub, reopen, 'NEW', { text, author });
}

async function changeRule(change: RuleChange, securityHub: SecurityHub, author: string): Promise<void> {
  if (change.kind === 'create') {
    await securityHub.createAutomationRule({
      RuleName: change.rule.name,
      RuleOrder: change.order,
      RuleStatus: 'ENABLED',
      IsTerminal: false,
      Description: change.rule.description,
      Criteria: criteriaOf(change.rule),
      Actions: actionsOf(change.rule, author),
    });
    return;
  }
  const { UnprocessedAutomationRules = [] } =
    change.kind === 'delete'
      ? await securityHub.batchDeleteAutomationRules({ AutomationRulesArns: [change.before.arn] })
      : await securityHub.batchUpdateAutomationRules({
          UpdateAutomationRulesRequestItems: [
            {
              RuleArn: change.before.arn,
              RuleStatus: 'ENABLED',
              Description: change.rule.description,
              Criteria: criteriaOf(change.rule),
              Actions: actionsOf(change.rule, author),
            },
          ],
        });
  const [failed] = UnprocessedAutomationRules;
  if (failed) {
    throw new SecurityHubFailed(
      `Security Hub did not ${change.kind} ${failed.RuleArn}: ${failed.ErrorCode} ${failed.ErrorMessage}`,
    );
  }
}

function actionsOf({ note }: SuppressionRule, author: string): AutomationRulesAction[] {
  return [
    {
      Type: 'FINDING_FIELDS_UPDATE',
      FindingFieldsUpdate: { Workflow: { Status: 'SUPPRESSED' }, Note: { Text: note, UpdatedBy: author } },
    },
  ];
}
