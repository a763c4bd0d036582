import type { AutomationRulesConfig, SecurityHub } from '@aws-sdk/client-securityhub';
import { everyItem } from '../../settings/every-item';
import { SecurityHubFailed } from './security-hub-failed';
import type { SuppressionRule } from './suppression-rule';

/** One of our rules as Security Hub has it. */
export interface ObservedRule extends SuppressionRule {
  readonly arn: string;
  readonly order: number;
  readonly isEnabled: boolean;
}

/** What Security Hub has: our rules, and the orders that other rules take. */
export interface ObservedRules {
  readonly ours: readonly ObservedRule[];
  readonly takenOrders: readonly number[];
}

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Reads the automation rules of the administrator account. Throws what the API throws: a missing permission is never "no rules".
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/automation-rules.html
 */
export async function readRules(securityHub: SecurityHub, namePrefix: string): Promise<ObservedRules> {
  const all = await everyItem({ wait }, async (token) => {
    const answer = await securityHub.listAutomationRules({ NextToken: token });
    return { items: answer.AutomationRulesMetadata, next: answer.NextToken };
  });
  const arns = all.flatMap(({ RuleArn, RuleName }) => (RuleArn && RuleName?.startsWith(namePrefix) ? [RuleArn] : []));
  const ours = arns.length === 0 ? [] : await details(securityHub, arns);
  return {
    ours,
    takenOrders: all.flatMap(({ RuleOrder }) => RuleOrder ?? []),
  };
}

/** An account has at most 100 rules, which is as many as one call returns. */
async function details(securityHub: SecurityHub, arns: readonly string[]): Promise<ObservedRule[]> {
  const { Rules = [], UnprocessedAutomationRules = [] } = await securityHub.batchGetAutomationRules({
    AutomationRulesArns: [...arns],
  });
  const [failed] = UnprocessedAutomationRules;
  if (failed)
    throw new SecurityHubFailed(
      `Security Hub did not show ${failed.RuleArn}: ${failed.ErrorCode} ${failed.ErrorMessage}`,
    );
  return Rules.map(ruleOf);
}

function ruleOf({ RuleArn, RuleName, RuleOrder, RuleStatus, Description, Criteria, Actions }: AutomationRulesConfig) {
  const values = (filters: readonly { Value?: string }[] | undefined) =>
    (filters ?? []).flatMap(({ Value }) => Value ?? []);
  return {
    arn: RuleArn ?? '',
    name: RuleName ?? '',
    order: RuleOrder ?? 0,
    isEnabled: RuleStatus === 'ENABLED',
    description: Description ?? '',
    note: Actions?.[0]?.FindingFieldsUpdate?.Note?.Text ?? '',
    control: values(Criteria?.ComplianceSecurityControlId)[0] ?? '',
    accountIds: values(Criteria?.AwsAccountId),
    resourcePrefixes: values(Criteria?.ResourceId),
  };
}
