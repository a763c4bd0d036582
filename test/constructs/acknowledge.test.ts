import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { acknowledge } from '../../constructs/acknowledge';

const accepted = { rule: 'AwsSolutions::AwsSolutions-S1', waiver: 'W-0001', reason: 'It is the log bucket.' };

function acknowledged(finding: Parameters<typeof acknowledge>[1]) {
  const stack = new Stack(new App(), 'stack');
  acknowledge(stack, finding);
  return stack.node.metadata.filter(({ type }) => type === 'aws:cdk:acknowledged-rules').map(({ data }) => data);
}

describe('an acknowledgement', () => {
  test('carries the namespaced id, the waiver and the reason', () => {
    expect(acknowledged(accepted)).toEqual([{ 'AwsSolutions::AwsSolutions-S1': '[W-0001] It is the log bucket.' }]);
  });

  test('may name a part of a resource', () => {
    const rule = 'AwsSolutions::AwsSolutions-IAM5[Resource::<Key961B73FD.Arn>/*]';
    expect(acknowledged({ ...accepted, rule })).toEqual([{ [rule]: '[W-0001] It is the log bucket.' }]);
  });

  test.each([
    [
      'a bare rule id',
      { rule: 'AwsSolutions-S1' },
      /"AwsSolutions-S1" is a bare rule id.*Use "<pack>::AwsSolutions-S1"/,
    ],
    ['a bare id whose part looks namespaced', { rule: 'AwsSolutions-IAM5[Resource::*]' }, /is a bare rule id/],
    ['no waiver', { waiver: '' }, /is not the id of a waiver/],
    ['something that is no waiver', { waiver: 'W-1' }, /"W-1" is not the id of a waiver/],
    ['an empty reason', { reason: ' ' }, /W-0001 has no reason/],
  ])('refuses %s', (_what, broken, message) => {
    expect(() => acknowledged({ ...accepted, ...broken })).toThrow(message);
  });

  test('is made nowhere else, and no warning of a construct is hidden in code', () => {
    const root = join(__dirname, '..', '..');
    const sources = ['bin', 'config', 'constructs', 'functions', 'gate', 'nag', 'policies', 'settings', 'stacks'];
    const callers = sources
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, String(file))),
      )
      .filter((file) => file.endsWith('.ts') || file.endsWith('.js'))
      .filter((file) => /\.acknowledge(Warning)?\(/.test(readFileSync(join(root, file), 'utf8')));
    expect(callers).toEqual(['constructs/acknowledge.ts']);
  });
});
