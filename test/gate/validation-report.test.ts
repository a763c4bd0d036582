import { namespaced, namespaceOf, readValidationReport } from '../../gate/validation-report';
import { writeAssembly } from './fixture-assembly';

describe('the validation report', () => {
  test('is read plug-in by plug-in', () => {
    const pluginReports = [{ pluginName: 'AwsSolutions', conclusion: 'failure', violations: [] }];
    expect(readValidationReport(writeAssembly({ 'validation-report.json': { pluginReports } }))).toEqual(pluginReports);
  });

  test.each([
    ['is missing', {}, /is missing: no check ran/],
    ['has no plug-ins', { 'validation-report.json': {} }, /is not a validation report of this CDK version/],
    [
      'has plug-ins of another shape',
      { 'validation-report.json': { pluginReports: [{ name: 'x' }] } },
      /is not a validation report/,
    ],
  ])('cannot be judged when it %s', (_what, files, message) => {
    expect(() => readValidationReport(writeAssembly(files))).toThrow(message);
  });
});

describe('the id of a rule', () => {
  test.each([
    ['AwsSolutions', 'AwsSolutions-S1', 'AwsSolutions::AwsSolutions-S1'],
    ['CloudFormation Validate', 'W3030', 'CloudFormation-Validate::W3030'],
    ['AwsSolutions', 'AwsSolutions-IAM5[Resource::*]', 'AwsSolutions::AwsSolutions-IAM5[Resource::*]'],
    ['Construct Annotations', 'Annotation::ishizue:odd', 'Annotation::ishizue:odd'],
    ['One Rule', 'a rule', 'One-Rule::a-rule'],
  ])('of %s, %s, is %s', (plugin, rule, id) => {
    expect(namespaced(plugin, rule)).toBe(id);
  });

  test('of an annotation has the namespace CDK gives it', () => {
    expect(namespaceOf('Construct Annotations')).toBe('Annotation');
  });
});
