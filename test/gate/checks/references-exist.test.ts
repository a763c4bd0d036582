import fc from 'fast-check';
import { referencesExist } from '../../../gate/checks/references-exist';
import { faultsOf, messagesOf, passesOf, stackOf, topic } from '../fixture-assembly';

const variable = (name: string) => `\${${name}}`;

function faultsOfValue(value: unknown, template: Record<string, unknown> = {}) {
  const resources = { topic, Subject: { Type: 'AWS::SQS::Queue', Properties: { value } } };
  return faultsOf(referencesExist, [stackOf('a', resources, { template: { Resources: resources, ...template } })]);
}

describe('a reference', () => {
  test.each([
    ['Ref', { Ref: 'Missing' }, 'Missing'],
    ['Fn::GetAtt', { 'Fn::GetAtt': ['Missing', 'Arn'] }, 'Missing'],
    ['Fn::GetAtt', { 'Fn::GetAtt': 'Missing.Arn' }, 'Missing'],
    ['Fn::Sub', { 'Fn::Sub': `arn:${variable('Missing.Arn')}` }, 'Missing'],
    ['Fn::Sub', { 'Fn::Sub': [`${variable('Given')}${variable('Missing')}`, { Given: 'x' }] }, 'Missing'],
    ['Condition', { 'Fn::If': ['NoCondition', 'a', 'b'] }, 'NoCondition'],
    ['Fn::ImportValue', { 'Fn::ImportValue': 'no-export' }, 'no-export'],
    ['Ref', { deep: [{ down: [{ Ref: 'Missing' }] }] }, 'Missing'],
  ])('by %s to something that is not there is named', (kind, value, target) => {
    const faults = faultsOfValue(value);
    expect(messagesOf(faults)).toEqual([`Subject in a refers to ${target} by ${kind}, and there is no such thing`]);
    expect(faults).toEqual([expect.objectContaining({ state: 'fail', stack: 'a', logicalId: 'Subject' })]);
  });

  test.each([
    ['a resource', { Ref: 'topic' }],
    ['an attribute', { 'Fn::GetAtt': ['topic', 'TopicArn'] }],
    ['a value of AWS', { Ref: 'AWS::Region' }],
    ['a value of AWS in text', { 'Fn::Sub': `arn:${variable('AWS::Partition')}` }],
    ['a variable of the text itself', { 'Fn::Sub': [variable('Given'), { Given: 'x' }] }],
    ['nothing: an escaped variable', { 'Fn::Sub': variable('!Literal') }],
    ['a parameter', { Ref: 'Parameter' }],
  ])('to %s is sound', (_what, value) => {
    expect(faultsOfValue(value, { Parameters: { Parameter: {} } })).toEqual([]);
  });

  test('by DependsOn is followed, alone or in a list', () => {
    for (const DependsOn of ['Missing', ['topic', 'Missing']]) {
      const faults = faultsOf(referencesExist, [stackOf('a', { topic, Subject: { ...topic, DependsOn } })]);
      expect(messagesOf(faults)).toEqual(['Subject in a refers to Missing by DependsOn, and there is no such thing']);
    }
  });

  test('in an output is followed', () => {
    const template = { Resources: { topic }, Outputs: { Arn: { Value: { Ref: 'Missing' } } } };
    expect(messagesOf(faultsOf(referencesExist, [stackOf('a', { topic }, { template })]))).toEqual([
      'Outputs in a refers to Missing by Ref, and there is no such thing',
    ]);
  });

  test('to an export of another stack is sound', () => {
    const exporting = { Resources: { topic }, Outputs: { Arn: { Value: 'x', Export: { Name: 'shared' } } } };
    const importing = { Subject: { ...topic, Properties: { value: { 'Fn::ImportValue': 'shared' } } } };
    const stacks = [stackOf('a', { topic }, { template: exporting }), stackOf('b', importing)];
    expect(faultsOf(referencesExist, stacks)).toEqual([]);
    expect(passesOf(referencesExist, stacks)).toHaveLength(2);
  });

  test('is never missed, wherever it is', () => {
    const place = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constant({ Ref: 'Missing' }),
        fc.tuple(fc.string(), tie('value')),
        fc.dictionary(fc.constantFrom('a', 'b', 'Fn::Join', 'Fn::Select'), tie('value'), { minKeys: 1, maxKeys: 2 }),
      ),
    })).value;
    fc.assert(fc.property(place, (value) => expect(messagesOf(faultsOfValue(value))).toHaveLength(1)));
  });
});
