import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SecurityHub } from '../../constructs/security-hub';

const enabled = () => {
  const stack = new Stack();
  new SecurityHub(stack, 'SecurityHub', { linkedRegions: ['us-east-1'] });
  return Template.fromStack(stack);
};

describe('SecurityHub', () => {
  test('enables the administrator itself before it aggregates', () => {
    const template = enabled();
    const [hub] = Object.keys(template.findResources('AWS::SecurityHub::HubV2'));
    template.hasResource('AWS::SecurityHub::AggregatorV2', {
      Properties: { RegionLinkingMode: 'SPECIFIED_REGIONS', LinkedRegions: ['us-east-1'] },
      DependsOn: [hub],
    });
  });

  test.each(['HubV2', 'AggregatorV2'])('keeps the %s when the stack is deleted', (type) => {
    enabled().hasResource(`AWS::SecurityHub::${type}`, {
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });
});
