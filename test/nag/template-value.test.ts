import fc from 'fast-check';
import {
  findIntrinsic,
  isGiven,
  isIntrinsic,
  isOn,
  known,
  listAt,
  membersOf,
  objectAt,
  textOf,
  UnknownValue,
} from '../../nag/template-value';

const intrinsics = fc.constantFrom<Record<string, unknown>>(
  { Ref: 'Parameter' },
  { 'Fn::GetAtt': ['Bucket', 'Arn'] },
  { 'Fn::If': ['Condition', 1, 2] },
  { 'Fn::Join': ['', ['a', { Ref: 'B' }]] },
  { 'Fn::ImportValue': 'name' },
);
const literals = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()));

describe('a value of a template', () => {
  test('that CloudFormation computes is never known, whatever it is', () => {
    fc.assert(
      fc.property(intrinsics, (value) => {
        expect(isIntrinsic(value)).toBe(true);
        for (const read of [known, objectAt, listAt, isOn])
          expect(() => read({ value }, 'value')).toThrow(UnknownValue);
      }),
    );
  });

  test('that is literal is known as it is', () => {
    fc.assert(fc.property(literals, (value) => expect(known({ value }, 'value')).toEqual(value)));
  });

  test('is found however deep it hides', () => {
    const wrapped = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        intrinsics,
        fc.tuple(literals, tie('value')),
        tie('value').map((value) => ({ some: 'thing', value })),
      ),
    })).value;
    fc.assert(fc.property(wrapped, (value) => expect(isIntrinsic(findIntrinsic(value))).toBe(true)));
    fc.assert(fc.property(literals, (value) => expect(findIntrinsic({ value: [value] })).toBeUndefined()));
  });

  test('that is absent, null or empty is not given; a reference is', () => {
    for (const value of [undefined, null, '']) expect(isGiven({ value }, 'value')).toBe(false);
    expect(isGiven({ value: { 'Fn::GetAtt': ['Key', 'Arn'] } }, 'value')).toBe(true);
    expect(() => isGiven({ value: { 'Fn::If': ['C', 'a', { Ref: 'AWS::NoValue' }] } }, 'value')).toThrow(UnknownValue);
  });

  test('tells in its message which property nobody can know, and what to do', () => {
    expect(() => known({ RetentionInDays: { Ref: 'Days' } }, 'RetentionInDays')).toThrow(
      'RetentionInDays is {"Ref":"Days"}, which is known only when it is deployed. Write the value itself',
    );
  });
});

describe('the members of a policy element', () => {
  test('are one or many, and a reference is a member like any other', () => {
    expect(membersOf({ Resource: '*' }, 'Resource')).toEqual(['*']);
    expect(membersOf({ Resource: ['a', { Ref: 'B' }] }, 'Resource')).toEqual(['a', { Ref: 'B' }]);
    expect(membersOf({ Resource: { Ref: 'B' } }, 'Resource')).toEqual([{ Ref: 'B' }]);
    expect(membersOf({}, 'Resource')).toEqual([]);
  });

  test('are unknown where a condition may leave one out', () => {
    for (const Resource of [{ 'Fn::If': ['C', 'a', 'b'] }, ['a', { 'Fn::If': ['C', 'a', 'b'] }]]) {
      expect(() => membersOf({ Resource }, 'Resource')).toThrow(UnknownValue);
    }
  });
});

const variable = (name: string) => `\${${name}}`;

describe('the text of a value', () => {
  test.each([
    ['plain', 'plain'],
    [{ Ref: 'Bucket' }, '<Bucket>'],
    [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, '<Bucket.Arn>'],
    [{ 'Fn::GetAtt': 'Bucket.Arn' }, '<Bucket.Arn>'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'B' }]] }, 'a/<B>'],
    [{ 'Fn::Sub': `arn:${variable('AWS::Partition')}:s3` }, 'arn:<AWS::Partition>:s3'],
    [{ 'Fn::Sub': [`${variable('Name')}-x`, { Name: 'y' }] }, '<Name>-x'],
    [7, '7'],
    [{ 'Fn::Select': [0, 'a'] }, '{"Fn::Select":[0,"a"]}'],
  ])('%j reads %s', (value, text) => {
    expect(textOf(value)).toBe(text);
  });
});
