import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { type ProfileName, profiles } from '../../config/profiles';
import { ManagementDelegationStack } from '../../stacks/management-delegation-stack';
import { appliedSettings } from '../helpers/applied-settings';
import { baselineProps } from '../helpers/example';

const home = 'ap-northeast-1';
const linked = 'eu-west-1';
const foundation = 'us-east-1';
const auditAccount = '333344445555';
const templateIn = (region: string, overrides: Partial<OrganizationInput> = {}) =>
  Template.fromStack(
    new ManagementDelegationStack(
      new App(),
      `management-delegation-${region}`,
      baselineProps('management', region, { governedRegions: [home, linked, foundation], ...overrides }),
    ),
  );
const everyProfile = Object.keys(profiles) as ProfileName[];

describe('management-delegation', () => {
  test.each(everyProfile.flatMap((profile) => [home, linked, foundation].map((region) => [profile, region] as const)))(
    'names the audit account in every service, one after the other (%s, %s)',
    (profile, region) => {
      const desired = { accountId: auditAccount };
      expect(appliedSettings(templateIn(region, { profile }))).toEqual([
        // The unified Security Hub has an administrator of its own.
        ...(profile === 'regulated' ? [] : [{ name: 'security-hub-administrator', desired }]),
        { name: 'security-hub-account', desired: {} },
        { name: 'guardduty-account', desired: {} },
        { name: 'guardduty-administrator', desired },
        { name: 'inspector-administrator', desired },
        ...(profile === 'regulated'
          ? [
              { name: 'macie-account', desired: {} },
              { name: 'macie-administrator', desired },
            ]
          : []),
      ]);
    },
  );

  test('names the administrator of Security Hub CSPM in the home region only: central configuration carries it on', () => {
    templateIn(home).hasResourceProperties('AWS::SecurityHub::DelegatedAdmin', { AdminAccountId: auditAccount });
    templateIn(linked).resourceCountIs('AWS::SecurityHub::DelegatedAdmin', 0);
    templateIn(foundation).resourceCountIs('AWS::SecurityHub::DelegatedAdmin', 0);
  });

  test('applies the settings after CloudFormation has named that administrator, never beside it', () => {
    const template = templateIn(home);
    const [administrator] = Object.keys(template.findResources('AWS::SecurityHub::DelegatedAdmin'));
    const [settings] = Object.values(template.findResources('Custom::Settings'));
    expect(settings?.DependsOn).toContain(administrator);
  });

  test('pays for no second key where the foundation has published one', () => {
    const template = templateIn(foundation);
    template.resourceCountIs('AWS::KMS::Key', 0);
    const [parameter] = Object.keys(template.findParameters('*', { Default: '/example/account-key' }));
    template.hasResourceProperties('AWS::Logs::LogGroup', { KmsKeyId: { Ref: parameter } });
  });

  test.each([home, linked])('makes and publishes one key elsewhere (%s)', (region) => {
    const template = templateIn(region);
    template.resourceCountIs('AWS::KMS::Key', 1);
    template.hasResourceProperties('AWS::SSM::Parameter', { Name: '/example/account-key' });
  });

  test('may register nobody but the audit account', () => {
    const statements = Object.values(templateIn(home).findResources('AWS::IAM::ManagedPolicy')).flatMap(
      (policy) => policy.Properties.PolicyDocument.Statement as { Action: string | string[]; Resource: unknown }[],
    );
    const registering = statements.filter(({ Action }) =>
      [Action].flat().includes('organizations:RegisterDelegatedAdministrator'),
    );
    expect(registering.length).toBeGreaterThan(0);
    for (const { Resource } of registering) expect(JSON.stringify(Resource)).toMatch(/\/333344445555"$/);
  });
});
