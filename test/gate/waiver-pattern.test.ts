import fc from 'fast-check';
import { anything, globPattern, rulePattern } from '../../gate/waiver-pattern';

describe('the rule of a waiver', () => {
  test('accepts a pasted id and nothing else: a star in it is a star', () => {
    const id = 'AwsSolutions::AwsSolutions-IAM5[Resource::*]';
    expect(rulePattern(id).test(id)).toBe(true);
    expect(rulePattern(id).test('AwsSolutions::AwsSolutions-IAM5[Resource::arn:aws:s3:::b]')).toBe(false);
  });

  test('accepts every id as itself, whatever characters are in it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (id, other) => {
        fc.pre(!id.includes(anything));
        expect(rulePattern(id).test(id)).toBe(true);
        expect(rulePattern(id).test(other)).toBe(id === other);
      }),
    );
  });

  test('lets {any} stand for a part that varies, but not for nothing', () => {
    const pattern = rulePattern('AwsSolutions::AwsSolutions-IAM5[Resource::<AuditLog{any}.Arn>:*]');
    expect(pattern.test('AwsSolutions::AwsSolutions-IAM5[Resource::<AuditLogGroup1A2B.Arn>:*]')).toBe(true);
    expect(pattern.test('AwsSolutions::AwsSolutions-IAM5[Resource::<AuditLog.Arn>:*]')).toBe(false);
    expect(pattern.test('AwsSolutions::AwsSolutions-IAM5[Resource::<AuditLogGroup1A2B.Arn>/*]')).toBe(false);
  });
});

describe('a glob of a waiver', () => {
  test.each([
    ['*-bedrock-*/Converse/*', 'chat-bedrock-us-east-1/Converse/Role', true],
    ['*-bedrock-*/Converse/*', 'chat-bedrock-us-east-1/Converse/Role/Resource', false],
    ['*-bedrock-*/Converse/**', 'chat-bedrock-us-east-1/Converse/Role/Resource', true],
    ['*-bedrock-*/Converse/**', 'chat-bedrock-us-east-1/Converse', true],
    ['*-bedrock-*/Converse/**', 'chat-bedrock-us-east-1/ConverseStream', false],
    ['**/Function/Resource', 'audit/Settings/Apply/Function/Resource', true],
    ['**/Function/Resource', 'Function/Resource', true],
    ['**/Function/Resource', 'audit/MyFunction/Resource', false],
    ['a/**/z', 'a/z', true],
    ['a/**/z', 'a/b/c/z', true],
    ['a/**/z', 'a/bz', false],
    ['a.b', 'axb', false],
    ['audit-*', 'audit-alerts', true],
    ['audit-*', 'audit-alerts/Topic', false],
  ])('%s against %s: %s', (glob, path, expected) => {
    expect(globPattern(glob).test(path)).toBe(expected);
  });

  test('without a star accepts itself only', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9.+()[\]$^{}|\\-]{1,12}$/);
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(path, path, (one, other) => {
        expect(globPattern(one).test(one)).toBe(true);
        expect(globPattern(one).test(other)).toBe(one === other);
      }),
    );
  });

  test('with a star in a name accepts anything within that name', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9-]{0,12}$/);
    fc.assert(fc.property(name, (inner) => expect(globPattern('a/x*y/b').test(`a/x${inner}y/b`)).toBe(true)));
  });
});
