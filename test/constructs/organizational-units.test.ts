import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { OrganizationalUnits } from '../../constructs/organizational-units';

function build(units: { name: string; id?: string }[]) {
  const stack = new Stack(new App(), 'Stack');
  const built = new OrganizationalUnits(stack, 'Units', {
    rootId: 'r-exmp',
    units,
    parameterName: (unit) => `/example/organizational-units/${unit}`,
  });
  return { built, stack, template: Template.fromStack(stack) };
}

describe('organizational units', () => {
  test('are created below the root one after the other, and survive their stack, but for a first deployment that fails', () => {
    const { template } = build([{ name: 'security' }, { name: 'workloads' }]);
    const units = template.findResources('AWS::Organizations::OrganizationalUnit', {
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
      Properties: { ParentId: 'r-exmp' },
    });
    const [first, second] = Object.keys(units);
    expect(Object.keys(units)).toHaveLength(2);
    expect(units[second as string]?.DependsOn).toEqual([first]);
  });

  test('are adopted by id: nothing is created', () => {
    const { template, built } = build([{ name: 'security', id: 'ou-exmp-security1' }]);
    template.resourceCountIs('AWS::Organizations::OrganizationalUnit', 0);
    expect(built.idOf('security')).toBe('ou-exmp-security1');
  });

  test('tell other stacks of the account their ids, created or adopted', () => {
    const { template } = build([{ name: 'security', id: 'ou-exmp-security1' }, { name: 'workloads' }]);
    template.hasResourceProperties('AWS::SSM::Parameter', {
      Name: '/example/organizational-units/security',
      Value: 'ou-exmp-security1',
    });
    template.hasResourceProperties('AWS::SSM::Parameter', {
      Name: '/example/organizational-units/workloads',
      Value: { Ref: Match.stringLikeRegexp('^UnitsWorkloads') },
    });
  });

  test('refuse a unit nobody declared, and name those that exist', () => {
    const { built } = build([{ name: 'security' }]);
    expect(() => built.idOf('sandbox')).toThrow('no organizational unit sandbox; the units are security');
  });
});
