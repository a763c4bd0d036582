import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';

export interface AccountBudgetProps {
  /** USD a month, for everything the account is billed for. */
  readonly monthlyLimit: number;
  /** Who is told, at most 10 e-mail addresses. */
  readonly emails: readonly string[];
}

/**
 * Tells people when the account has spent 80 % of its month, and when it is forecast to spend all of it. The whole account and not
 * Amazon Bedrock alone: models of other providers are billed through AWS Marketplace and escape a filter on Bedrock.
 *
 * Costs lag by 8 to 12 hours, so it is no brake. The first two budgets of an account are free.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html
 */
export class AccountBudget extends Construct {
  constructor(scope: Construct, id: string, { monthlyLimit, emails }: AccountBudgetProps) {
    super(scope, id);
    if (emails.length > 10) {
      throw new Error(`AWS Budgets writes to at most 10 e-mail addresses, got ${emails.length}; use a mailing list`);
    }
    const notify = (notificationType: string, threshold: number) => ({
      notification: { notificationType, threshold, thresholdType: 'PERCENTAGE', comparisonOperator: 'GREATER_THAN' },
      subscribers: emails.map((address) => ({ subscriptionType: 'EMAIL', address })),
    });
    new CfnBudget(this, 'Budget', {
      // No name: a change of the notifications replaces the budget, and two budgets cannot have one name.
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: monthlyLimit, unit: 'USD' } },
      notificationsWithSubscribers: [notify('ACTUAL', 80), notify('FORECASTED', 100)],
    });
  }
}
