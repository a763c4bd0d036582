import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AccountBudget } from '../../constructs/account-budget';

function templateOf(emails: string[]): Template {
  const stack = new Stack(new App(), 'Stack');
  new AccountBudget(stack, 'Budget', { monthlyLimit: 100, emails });
  return Template.fromStack(stack);
}

describe('the budget of an account', () => {
  const template = templateOf(['a@example.com', 'b@example.com']);
  const budget = Object.values(template.findResources('AWS::Budgets::Budget'))[0]?.Properties;

  test('counts everything, because Marketplace models escape a filter on Bedrock', () => {
    expect(budget.Budget).toEqual({
      BudgetType: 'COST',
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: 100, Unit: 'USD' },
    });
  });

  test('tells everybody at 80 % spent and at 100 % forecast', () => {
    const told = budget.NotificationsWithSubscribers.map(
      ({ Notification, Subscribers }: { Notification: object; Subscribers: { Address: string }[] }) => [
        Notification,
        Subscribers.map(({ Address }) => Address),
      ],
    );
    const rule = { ComparisonOperator: 'GREATER_THAN', ThresholdType: 'PERCENTAGE' };
    expect(told).toEqual([
      [{ ...rule, NotificationType: 'ACTUAL', Threshold: 80 }, ['a@example.com', 'b@example.com']],
      [{ ...rule, NotificationType: 'FORECASTED', Threshold: 100 }, ['a@example.com', 'b@example.com']],
    ]);
  });

  test('has no name, because a change of its notifications replaces it', () => {
    expect(budget.Budget.BudgetName).toBeUndefined();
  });

  test('refuses more addresses than AWS Budgets takes, and says what to do', () => {
    const eleven = Array.from({ length: 11 }, (_, index) => `person-${index}@example.com`);
    expect(() => templateOf(eleven)).toThrow('at most 10 e-mail addresses, got 11; use a mailing list');
    expect(() => templateOf(eleven.slice(1))).not.toThrow();
  });
});
