import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  SecurityHubCentralConfiguration,
  type SecurityHubCentralConfigurationProps,
} from '../../constructs/security-hub-central-configuration';

const configured = (props: Partial<SecurityHubCentralConfigurationProps> = {}) => {
  const stack = new Stack();
  new SecurityHubCentralConfiguration(stack, 'CentralConfiguration', {
    linkedRegions: ['us-east-1', 'eu-west-1'],
    policyName: 'baseline',
    standardArns: ['arn:aws:securityhub:ap-northeast-1::standards/some-standard/v/1.0.0'],
    disabledControlIds: ['S3.20'],
    ...props,
  });
  return Template.fromStack(stack);
};
const onlyIdOf = (template: Template, type: string) => Object.keys(template.findResources(type))[0] as string;

describe('SecurityHubCentralConfiguration', () => {
  test('is central: no account chooses for itself and nothing is enabled behind the policy', () => {
    configured().hasResourceProperties('AWS::SecurityHub::OrganizationConfiguration', {
      ConfigurationType: 'CENTRAL',
      AutoEnable: false,
      AutoEnableStandards: 'NONE',
    });
  });

  test('waits for the aggregator before the configuration, and for that before the policy', () => {
    const template = configured();
    template.hasResource('AWS::SecurityHub::OrganizationConfiguration', {
      DependsOn: [onlyIdOf(template, 'AWS::SecurityHub::FindingAggregator')],
    });
    template.hasResource('AWS::SecurityHub::ConfigurationPolicy', {
      DependsOn: [onlyIdOf(template, 'AWS::SecurityHub::OrganizationConfiguration')],
    });
  });

  test('lists what is off, never what is on, so that new controls are on', () => {
    configured().hasResourceProperties('AWS::SecurityHub::ConfigurationPolicy', {
      ConfigurationPolicy: {
        SecurityHub: {
          ServiceEnabled: true,
          SecurityControlsConfiguration: {
            DisabledSecurityControlIdentifiers: ['S3.20'],
            EnabledSecurityControlIdentifiers: Match.absent(),
          },
        },
      },
    });
  });

  test.each(['FindingAggregator', 'OrganizationConfiguration', 'ConfigurationPolicy'])(
    'keeps the %s when the stack is deleted, yet lets a failed first deployment clean up',
    (type) => {
      configured().hasResource(`AWS::SecurityHub::${type}`, {
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
    },
  );

  test('refuses to be built without a linked region, which CloudFormation would refuse later', () => {
    expect(() => configured({ linkedRegions: [] })).toThrow(/links no region besides the home region/);
  });
});
