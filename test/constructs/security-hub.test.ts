import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SecurityHub } from '../../constructs/security-hub';

const enabled = (linkedRegions: string[]) => {
  const stack = new Stack();
  new SecurityHub(stack, 'SecurityHub', { linkedRegions });
  return Template.fromStack(stack);
};

describe('SecurityHub', () => {
  test('enables the administrator itself before it aggregates', () => {
    const template = enabled(['us-east-1']);
    const [hub] = Object.keys(template.findResources('AWS::SecurityHub::HubV2'));
    template.hasResource('AWS::SecurityHub::AggregatorV2', {
      Properties: { RegionLinkingMode: 'SPECIFIED_REGIONS', LinkedRegions: ['us-east-1'] },
      DependsOn: [hub],
    });
  });

  test('aggregates nothing where there is only one region', () => {
    const template = enabled([]);
    template.resourceCountIs('AWS::SecurityHub::HubV2', 1);
    template.resourceCountIs('AWS::SecurityHub::AggregatorV2', 0);
  });

  test.each(['HubV2', 'AggregatorV2'])('keeps the %s when the stack is deleted', (type) => {
    enabled(['us-east-1']).hasResource(`AWS::SecurityHub::${type}`, {
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });
});
