import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { OrganizationPolicies } from '../../constructs/organization-policies';

const policy = (id: string) => ({
  id,
  type: 'SERVICE_CONTROL_POLICY',
  description: id,
  content: { Version: '2012-10-17', Statement: [] },
  targetIds: ['r-exmp'],
});

function templateOf(...ids: string[]): Template {
  const stack = new Stack(new App(), 'Stack');
  new OrganizationPolicies(stack, 'Policies', { policies: ids.map(policy) });
  return Template.fromStack(stack);
}

describe('organization policies', () => {
  test('are created one after the other, however many there are', () => {
    const policies = templateOf('deny-a', 'deny-b', 'deny-c').findResources('AWS::Organizations::Policy');
    const names = Object.keys(policies);
    expect(names).toHaveLength(3);
    expect(names.map((name) => policies[name]?.DependsOn ?? [])).toEqual([[], [names[0]], [names[1]]]);
  });

  test('keep their logical ids when a policy is added before them', () => {
    const before = Object.keys(templateOf('deny-b').findResources('AWS::Organizations::Policy'));
    const after = Object.keys(templateOf('deny-a', 'deny-b').findResources('AWS::Organizations::Policy'));
    expect(after).toEqual(expect.arrayContaining(before));
  });

  test('carry their content as an object, so that CloudFormation can detect drift', () => {
    templateOf('deny-a').hasResourceProperties('AWS::Organizations::Policy', {
      Name: 'deny-a',
      Content: { Version: '2012-10-17', Statement: [] },
      TargetIds: ['r-exmp'],
    });
  });
});
