import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type ProfileName, profiles } from '../../config/profiles';
import { AuditMacieStack } from '../../stacks/audit-macie-stack';
import { appliedSettings } from '../helpers/applied-settings';
import { baselineProps } from '../helpers/example';

const templateFor = (profile: ProfileName) =>
  Template.fromStack(
    new AuditMacieStack(
      new App(),
      'audit-macie-us-east-1',
      baselineProps('audit', 'us-east-1', { profile, services: { macie: true } }),
    ),
  );

describe.each(Object.keys(profiles) as ProfileName[])('audit-macie for the profile %s', (profile) => {
  const template = templateFor(profile);

  test('adds every existing account but the administrator and the management account, which must join by itself', () => {
    expect(appliedSettings(template)).toEqual([
      {
        name: 'macie-organization',
        desired: {
          members: [
            { accountId: '222233334444', email: 'aws-log-archive@example.com' },
            { accountId: '444455556666', email: 'aws-assistant@example.com' },
          ],
        },
      },
    ]);
  });

  test('declares no session: the delegation has made it', () => {
    template.resourceCountIs('AWS::Macie::Session', 0);
  });

  test('pays for no key of its own', () => {
    template.resourceCountIs('AWS::KMS::Key', 0);
    const [parameter] = Object.keys(template.findParameters('*', { Default: '/example/account-key' }));
    template.hasResourceProperties('AWS::Logs::LogGroup', { KmsKeyId: { Ref: parameter } });
  });
});
