import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { type ProfileName, profiles } from '../../config/profiles';
import { AuditGuardDutyStack } from '../../stacks/audit-guardduty-stack';
import { appliedSettings } from '../helpers/applied-settings';
import { baselineProps } from '../helpers/example';

const regions = ['ap-northeast-1', 'us-east-1'];
const templateIn = (region: string, overrides: Partial<OrganizationInput> = {}) =>
  Template.fromStack(
    new AuditGuardDutyStack(new App(), `audit-guardduty-${region}`, baselineProps('audit', region, overrides)),
  );
const desiredIn = (template: Template, setting: string) =>
  appliedSettings(template).find(({ name }) => name === setting)?.desired;
const cases = (Object.keys(profiles) as ProfileName[]).flatMap((profile) =>
  regions.map((region) => [profile, region] as const),
);

describe('audit-guardduty', () => {
  test.each(cases)('watches functions and Bedrock in every account (%s, %s)', (profile, region) => {
    expect(desiredIn(templateIn(region, { profile }), 'guardduty-organization')).toEqual({
      features: expect.arrayContaining(['LAMBDA_NETWORK_LOGS', 'AI_PROTECTION']),
      // GuardDuty adds every account by itself but this one.
      members: [{ accountId: '111122223333', email: 'aws-management@example.com' }],
    });
  });

  test.each([
    [true, ['LAMBDA_NETWORK_LOGS', 'AI_PROTECTION', 'S3_DATA_EVENTS']],
    [false, ['LAMBDA_NETWORK_LOGS', 'AI_PROTECTION']],
  ])('watches buckets only where S3 Protection is bought (%s)', (guardDutyS3Protection, features) => {
    const services = { guardDutyS3Protection, guardDutyMalwareProtection: false };
    const template = templateIn('us-east-1', { services });
    expect(desiredIn(template, 'guardduty-organization')).toMatchObject({ features });
  });

  test.each([true, false])('scans the volumes of instances only where Malware Protection is bought (%s)', (bought) => {
    const template = templateIn('us-east-1', { services: { guardDutyMalwareProtection: bought } });
    const { features } = desiredIn(template, 'guardduty-organization') as { features: string[] };
    expect(features.includes('EBS_MALWARE_PROTECTION')).toBe(bought);
  });

  test.each(cases)('sends findings to the log archive of the home region (%s, %s)', (profile, region) => {
    expect(desiredIn(templateIn(region, { profile }), 'guardduty-findings-export')).toEqual({
      bucketArn: 'arn:aws:s3:::example-findings-222233334444-ap-northeast-1',
      bucketOwner: '222233334444',
      keyAliasArn: 'arn:aws:kms:ap-northeast-1:222233334444:alias/example-findings',
    });
  });

  test('exports only after GuardDuty is set up', () => {
    expect(appliedSettings(templateIn('us-east-1')).map(({ name }) => name)).toEqual([
      'guardduty-organization',
      'guardduty-findings-export',
    ]);
  });

  test('declares no detector: the delegation has made it', () => {
    templateIn('us-east-1').resourceCountIs('AWS::GuardDuty::Detector', 0);
  });

  test('makes the one key of the account and region, and publishes it', () => {
    const template = templateIn('us-east-1');
    template.resourceCountIs('AWS::KMS::Key', 1);
    template.hasResourceProperties('AWS::SSM::Parameter', { Name: '/example/account-key' });
  });
});
