import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { type ProfileName, profiles } from '../../config/profiles';
import { AuditAccessAnalyzerStack } from '../../stacks/audit-access-analyzer-stack';
import { baselineProps } from '../helpers/example';

const home = 'ap-northeast-1';
const linked = 'us-east-1';
const templateIn = (region: string, overrides: Partial<OrganizationInput>) =>
  Template.fromStack(
    new AuditAccessAnalyzerStack(
      new App(),
      `audit-access-analyzer-${region}`,
      baselineProps('audit', region, overrides),
    ),
  );
const everyProfile = Object.keys(profiles) as ProfileName[];

describe('audit-access-analyzer', () => {
  test.each(everyProfile.flatMap((profile) => [home, linked].map((region) => [profile, region] as const)))(
    'reports access from outside the organization (%s, %s)',
    (profile, region) => {
      templateIn(region, { profile }).hasResourceProperties('AWS::AccessAnalyzer::Analyzer', {
        AnalyzerName: 'example-external-access',
        Type: 'ORGANIZATION',
      });
    },
  );

  test('reports access that nobody used for 90 days where that is bought', () => {
    templateIn(home, { profile: 'regulated' }).hasResourceProperties('AWS::AccessAnalyzer::Analyzer', {
      Type: 'ORGANIZATION_UNUSED_ACCESS',
      AnalyzerConfiguration: { UnusedAccessConfiguration: { UnusedAccessAge: 90 } },
    });
  });

  test.each<[string, string, Partial<OrganizationInput>]>([
    ['a second time in another region', linked, { profile: 'regulated' }],
    ['where the profile does not include it', home, { profile: 'small' }],
    ['where the switch is off', home, { profile: 'regulated', services: { unusedAccessAnalyzer: false } }],
  ])('never pays for unused access %s', (_, region, overrides) => {
    templateIn(region, overrides).resourceCountIs('AWS::AccessAnalyzer::Analyzer', 1);
  });
});
