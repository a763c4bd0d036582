import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type ProfileName, profiles } from '../../config/profiles';
import { AuditSecurityHubAssociationStack } from '../../stacks/audit-security-hub-association-stack';
import { baselineProps } from '../helpers/example';

describe.each(Object.keys(profiles) as ProfileName[])(
  'audit-security-hub-association for the profile %s',
  (profile) => {
    const template = Template.fromStack(
      new AuditSecurityHubAssociationStack(
        new App(),
        'audit-security-hub-association',
        baselineProps('audit', undefined, { profile, rootId: 'r-abcd' }),
      ),
    );

    test('applies the policy to the root, so that new accounts have it on their first day', () => {
      const parameters = template.findParameters('*', {
        Type: 'AWS::SSM::Parameter::Value<String>',
        Default: '/example/security-hub/configuration-policy',
      });
      expect(Object.keys(parameters)).toHaveLength(1);
      template.hasResourceProperties('AWS::SecurityHub::PolicyAssociation', {
        ConfigurationPolicyId: { Ref: Object.keys(parameters)[0] },
        TargetType: 'ROOT',
        TargetId: 'r-abcd',
      });
    });

    test('holds nothing else: AWS may take a day for it', () => {
      expect(Object.keys(template.toJSON().Resources)).toHaveLength(1);
    });
  },
);
