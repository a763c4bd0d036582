import fc from 'fast-check';
import {
  allowsEverybody,
  isLimitedBy,
  nameOfStatement,
  openStatements,
  servicesOf,
  statementsOf,
} from '../../nag/policy-document';
import { UnknownValue } from '../../nag/template-value';

const keys = ['aws:SourceAccount', 'aws:SourceArn'];

describe('a statement of a policy', () => {
  test('is limited by a key whatever its letters look like, as IAM compares it', () => {
    const spelling = fc.constantFrom('aws:SourceAccount', 'AWS:sourceaccount', 'aws:sourceArn');
    const operator = fc.constantFrom(
      'StringEquals',
      'StringLike',
      'ArnLike',
      'ArnEquals',
      'StringEqualsIgnoreCase',
      'ForAnyValue:StringEquals',
    );
    fc.assert(
      fc.property(operator, spelling, (name, key) => {
        expect(isLimitedBy({ Condition: { [name]: { [key]: '111122223333' } } }, keys)).toBe(true);
      }),
    );
  });

  test('is not limited by an operator that also holds for strangers or for an absent key', () => {
    const operator = fc.constantFrom(
      'StringNotEquals',
      'ArnNotLike',
      'StringEqualsIfExists',
      'ArnLikeIfExists',
      'ForAllValues:StringEquals',
      'Null',
      'Bool',
    );
    fc.assert(
      fc.property(operator, fc.constantFrom(...keys), (name, key) => {
        expect(isLimitedBy({ Condition: { [name]: { [key]: '111122223333' } } }, keys)).toBe(false);
      }),
    );
  });

  test('is not limited by a list that holds everything, or nothing', () => {
    expect(isLimitedBy({ Condition: { StringLike: { 'aws:SourceArn': ['arn:aws:x', '*'] } } }, keys)).toBe(false);
    expect(isLimitedBy({ Condition: { StringLike: { 'aws:SourceArn': [] } } }, keys)).toBe(false);
    expect(isLimitedBy({}, keys)).toBe(false);
  });

  test('denies whom it wants: only an allowing statement can be open', () => {
    expect(allowsEverybody({ Effect: 'Deny', Principal: '*' })).toBe(false);
    expect(allowsEverybody({ Effect: 'Allow', Principal: '*' })).toBe(true);
    expect(allowsEverybody({ Effect: 'Allow', Principal: { AWS: { Ref: 'AWS::AccountId' } } })).toBe(false);
  });

  test('names its services in one or many', () => {
    expect(servicesOf({ Principal: { Service: 'a.amazonaws.com' } })).toEqual(['a.amazonaws.com']);
    expect(servicesOf({ Principal: { Service: ['a', { Ref: 'B' }] } })).toEqual(['a', '<B>']);
    expect(servicesOf({ Principal: '*' })).toEqual([]);
  });

  test('is called by its Sid, or by its place', () => {
    expect(nameOfStatement({ Sid: 'Open' }, 0)).toBe('Open');
    expect(nameOfStatement({}, 1)).toBe('Statement.2');
  });
});

describe('a policy document', () => {
  test.each([
    ['an object', { Statement: [{ Effect: 'Allow' }] }],
    ['an object with a single statement', { Statement: { Effect: 'Allow' } }],
    ['JSON text', '{"Statement":[{"Effect":"Allow"}]}'],
  ])('is read from %s', (_what, Document) => {
    expect(statementsOf({ Document }, 'Document')).toEqual([{ Effect: 'Allow' }]);
  });

  test('that is absent has no statements', () => {
    expect(statementsOf({}, 'Document')).toEqual([]);
  });

  test.each([
    ['a reference', { Ref: 'Document' }],
    ['text that is not JSON', 'Allow everything'],
    ['JSON that is not a policy', '7'],
    ['a statement that is chosen at deployment', { Statement: [{ 'Fn::If': ['C', {}, {}] }] }],
  ])('is unknown when it is %s', (_what, Document) => {
    expect(() => statementsOf({ Document }, 'Document')).toThrow(UnknownValue);
  });

  test('is open in exactly the statements that let strangers in', () => {
    const open = { Sid: 'Open', Effect: 'Allow', Principal: '*' };
    const closed = { ...open, Sid: 'Closed', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' } } };
    expect(openStatements([closed, open])).toEqual(['Open']);
  });
});
