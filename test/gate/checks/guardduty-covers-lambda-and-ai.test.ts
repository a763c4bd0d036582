import { guarddutyCoversLambdaAndAi } from '../../../gate/checks/guardduty-covers-lambda-and-ai';
import { faultsOf, messagesOf, passesOf, settings, stackOf } from '../fixture-assembly';

const guardDuty = (features: unknown, region = 'ap-northeast-1') =>
  stackOf(
    `audit-guardduty-${region}`,
    { Settings: settings({ name: 'guardduty-organization', desired: { features } }) },
    { region },
  );
const both = ['LAMBDA_NETWORK_LOGS', 'AI_PROTECTION'];
const other = guardDuty(both, 'us-east-1');

describe('GuardDuty', () => {
  test('is asked for both in every governed region', () => {
    expect(passesOf(guarddutyCoversLambdaAndAi, [guardDuty(both), other])).toHaveLength(2);
  });

  test.each([
    ['Lambda Protection', ['AI_PROTECTION'], 'LAMBDA_NETWORK_LOGS'],
    ['AI Protection', ['LAMBDA_NETWORK_LOGS'], 'AI_PROTECTION'],
  ])('fails without %s', (_what, features, missing) => {
    expect(messagesOf(faultsOf(guarddutyCoversLambdaAndAi, [guardDuty(features), other]))).toEqual([
      `GuardDuty in ap-northeast-1 is not asked for ${missing}`,
    ]);
  });

  test('fails in a region that has no setting', () => {
    expect(messagesOf(faultsOf(guarddutyCoversLambdaAndAi, [guardDuty(both)]))).toEqual([
      'GuardDuty in us-east-1 is not asked for LAMBDA_NETWORK_LOGS and AI_PROTECTION',
    ]);
  });

  test('is unknown when the features cannot be read', () => {
    const computed = stackOf('audit-guardduty', {
      Settings: {
        Type: 'Custom::Settings',
        Properties: { settings: [{ name: 'guardduty-organization', desired: { Ref: 'Features' } }] },
      },
    });
    expect(faultsOf(guarddutyCoversLambdaAndAi, [computed, other])).toEqual([
      expect.objectContaining({ state: 'unknown', stack: 'audit-guardduty', logicalId: 'Settings' }),
    ]);
  });
});
