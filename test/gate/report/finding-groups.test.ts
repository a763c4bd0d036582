import { english, type Finding } from '../../../gate/finding';
import { groupFindings, whereOf } from '../../../gate/report/finding-groups';

const finding = (changes: Partial<Finding>): Finding => ({
  check: 'Pack::Rule',
  pack: 'Pack',
  severity: 'high',
  state: 'fail',
  title: english('It is wrong.'),
  fix: english('Repair it.'),
  location: 'constructs/a.ts:1',
  assurance: 'proved',
  ...changes,
});
const sizes = (...findings: Finding[]) => groupFindings(findings).map((group) => group.findings.length);

describe('findings', () => {
  test('of one line of code in many accounts are one group, and so are the parts of one policy', () => {
    expect(sizes(finding({ stack: 'a' }), finding({ stack: 'b' }))).toEqual([2]);
    const part = (detail: string) => finding({ check: `Pack::Rule[${detail}]`, detail });
    expect(sizes(part('Action::*'), part('Resource::*'))).toEqual([2]);
  });

  test.each([
    ['rule', { check: 'Pack::Other' }],
    ['state', { state: 'unknown' as const }],
    ['line of code', { location: 'constructs/b.ts:1' }],
    ['meaning', { title: english('Something else is wrong.') }],
  ])('of another %s are another group', (_what, changes) => {
    expect(sizes(finding({}), finding(changes))).toEqual([1, 1]);
  });

  test('of the assembly name the stack in their words, and are one group all the same', () => {
    const inStack = (stack: string) =>
      finding({ pack: 'Assembly', check: 'Assembly::x', stack, title: english(`${stack} is wrong.`) });
    expect(sizes(inStack('a'), inStack('b'))).toEqual([2]);
    const nowhere = (region: string) =>
      finding({ pack: 'Assembly', location: undefined, title: english(`${region} is missing.`) });
    expect(sizes(nowhere('us-east-1'), nowhere('us-east-2'))).toEqual([1, 1]);
  });

  test('are numbered in the order they came', () => {
    const groups = groupFindings([finding({ check: 'b::b' }), finding({ check: 'a::a' }), finding({ check: 'b::b' })]);
    expect(groups.map(({ number, first }) => [number, first.check])).toEqual([
      [1, 'b::b'],
      [2, 'a::a'],
    ]);
  });
});

describe('where a finding is', () => {
  test.each([
    ['a construct', { path: 'a/B', account: '111122223333', region: 'us-east-1' }, 'a/B (111122223333, us-east-1)'],
    ['a resource without a construct', { stack: 'a', logicalId: 'B' }, 'a/B'],
    ['a stack', { stack: 'a' }, 'a'],
    ['nowhere in particular', {}, '(organization)'],
  ])('is %s', (_what, place, expected) => {
    expect(whereOf(finding(place))).toBe(expected);
  });
});
