import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { type ProfileName, profiles } from '../../config/profiles';
import { AuditSecurityHubStack } from '../../stacks/audit-security-hub-stack';
import { disabledSecurityControls } from '../../stacks/disabled-security-controls';
import { baselineProps, exampleOrganization } from '../helpers/example';

const templateFor = (overrides: Partial<OrganizationInput> = {}) =>
  Template.fromStack(
    new AuditSecurityHubStack(new App(), 'audit-security-hub', baselineProps('audit', undefined, overrides)),
  );
const everyProfile = Object.keys(profiles) as ProfileName[];

describe.each(everyProfile)('audit-security-hub for the profile %s', (profile) => {
  const template = templateFor({ profile });

  test('checks every account against the foundational, CIS and AI standards of the home region', () => {
    template.hasResourceProperties('AWS::SecurityHub::ConfigurationPolicy', {
      ConfigurationPolicy: {
        SecurityHub: {
          ServiceEnabled: true,
          EnabledStandardIdentifiers: [
            'aws-foundational-security-best-practices/v/1.0.0',
            'cis-aws-foundations-benchmark/v/5.0.0',
            'ai-security-best-practices/v/1.0.0',
          ].map((standard) => ({
            'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:securityhub:ap-northeast-1::standards/${standard}`]],
          })),
        },
      },
    });
  });

  test('disables exactly the controls whose plan is off, so that future controls are on', () => {
    template.hasResourceProperties('AWS::SecurityHub::ConfigurationPolicy', {
      ConfigurationPolicy: {
        SecurityHub: {
          SecurityControlsConfiguration: {
            DisabledSecurityControlIdentifiers: disabledSecurityControls(exampleOrganization({ profile })).map(
              ({ id }) => id,
            ),
            EnabledSecurityControlIdentifiers: Match.absent(),
          },
        },
      },
    });
  });
});

describe('audit-security-hub', () => {
  const template = templateFor();

  test('gathers findings from every governed region but the home region, in both products', () => {
    template.hasResourceProperties('AWS::SecurityHub::FindingAggregator', {
      RegionLinkingMode: 'SPECIFIED_REGIONS',
      Regions: ['us-east-1'],
    });
    template.hasResourceProperties('AWS::SecurityHub::AggregatorV2', {
      RegionLinkingMode: 'SPECIFIED_REGIONS',
      LinkedRegions: ['us-east-1'],
    });
  });

  test('a third governed region is gathered, too', () => {
    templateFor({ governedRegions: ['us-east-1', 'ap-northeast-1', 'eu-west-1'] }).hasResourceProperties(
      'AWS::SecurityHub::FindingAggregator',
      { Regions: ['us-east-1', 'eu-west-1'] },
    );
  });

  test('hands the id of the policy to the association stack, by the name both know', () => {
    const [policy] = Object.keys(template.findResources('AWS::SecurityHub::ConfigurationPolicy'));
    template.hasResourceProperties('AWS::SSM::Parameter', {
      Name: '/example/security-hub/configuration-policy',
      Value: { 'Fn::GetAtt': [policy, 'Id'] },
    });
  });

  test('declares no hub of Security Hub CSPM: the delegation has made it', () => {
    template.resourceCountIs('AWS::SecurityHub::Hub', 0);
  });
});
