import { readAssembly } from '../../gate/assembly';
import { locationOf } from '../../gate/assembly-metadata';
import { writeAssembly } from './fixture-assembly';

const stack = (id: string, environment: string) => ({
  type: 'aws:cloudformation:stack',
  environment,
  properties: { templateFile: `${id}.template.json`, terminationProtection: id === 'b' },
  additionalMetadataFile: `${id}.metadata.json`,
});
const trace = (...lines: string[]) => ({ type: 'aws:cdk:creationStack', data: lines });

const files = {
  'manifest.json': {
    artifacts: {
      b: stack('b', 'aws://222222222222/us-east-1'),
      a: stack('a', 'aws://111111111111/ap-northeast-1'),
      Tree: { type: 'cdk:tree' },
    },
  },
  'a.template.json': { Resources: { Role: { Type: 'AWS::IAM::Role' }, Policy: { Type: 'AWS::IAM::Policy' } } },
  'b.template.json': {},
  'a.metadata.json': {
    '/a/App/Role/Resource': [
      { type: 'aws:cdk:logicalId', data: 'Role' },
      trace('...new Role in aws-cdk-lib...', 'new App (/project/constructs/app.ts:12:5)'),
      {
        type: 'aws:cdk:acknowledged-rules',
        data: { 'AwsSolutions::AwsSolutions-IAM5[Resource::*]': '[W-0001] Because.' },
        trace: ['new App (/project/stacks/a-stack.ts:7:3)'],
      },
    ],
    '/a/App/Role/DefaultPolicy/Resource': [
      { type: 'aws:cdk:logicalId', data: 'Policy' },
      trace('...aws-cdk-lib...', '(no user code in 10 frames, use --stack-trace-limit to capture more)'),
    ],
  },
  'b.metadata.json': {},
};

describe('an assembly', () => {
  const { stacks, acknowledgements } = readAssembly(writeAssembly(files), '/project');

  test('gives its stacks in the order of their ids, with account and region', () => {
    expect(
      stacks.map(({ id, account, region, terminationProtection }) => [id, account, region, terminationProtection]),
    ).toEqual([
      ['a', '111111111111', 'ap-northeast-1', false],
      ['b', '222222222222', 'us-east-1', true],
    ]);
  });

  test('knows where each resource was made', () => {
    expect(stacks[0]?.places.get('Role')).toEqual({ path: 'a/App/Role/Resource', location: 'constructs/app.ts:12' });
  });

  test('gives what a library made the location of what it was made for', () => {
    expect(stacks[0]?.places.get('Policy')?.location).toBe('constructs/app.ts:12');
  });

  test('tells what is acknowledged in code, and where', () => {
    expect(acknowledgements).toEqual([
      {
        stack: 'a',
        path: 'a/App/Role/Resource',
        rule: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
        reason: '[W-0001] Because.',
        location: 'stacks/a-stack.ts:7',
      },
    ]);
  });

  test('takes a template without resources as empty', () => {
    expect(stacks[1]?.resources).toEqual({});
  });

  test.each([
    ['the manifest is missing', {}, /manifest\.json cannot be read/],
    ['a template is missing', { 'manifest.json': files['manifest.json'] }, /\.template\.json cannot be read/],
    [
      'it holds an assembly of its own, which nobody would look into',
      { 'manifest.json': { artifacts: { 'assembly-Prod': { type: 'cdk:cloud-assembly' } } } },
      /nested assembly assembly-Prod/,
    ],
  ])('cannot be read when %s', (_what, content, message) => {
    expect(() => readAssembly(writeAssembly(content), '/project')).toThrow(message);
  });
});

describe('a location', () => {
  test.each([
    ['a function', 'new App (/project/constructs/app.ts:12:5)', 'constructs/app.ts:12'],
    ['a module', '<anonymous> (file:///project/bin/app.ts:3:1)', 'bin/app.ts:3'],
    ['a library', 'new Role (/project/node_modules/aws-cdk-lib/role.js:1:1)', undefined],
    ['something outside of the project', 'run (/home/somebody/secret/run.ts:1:1)', undefined],
    ['no line of code', '...aws-cdk-lib...', undefined],
  ])('of %s', (_what, line, location) => {
    expect(locationOf([line], '/project')).toBe(location);
  });

  test('is the first that is in the project, and never absolute', () => {
    const lines = [
      '...new Role in aws-cdk-lib...',
      'run (/elsewhere/run.ts:1:1)',
      'new App (/project/a.ts:2:2)',
      'b (/project/b.ts:3:3)',
    ];
    expect(locationOf(lines, '/project')).toBe('a.ts:2');
    expect(locationOf(undefined, '/project')).toBeUndefined();
  });
});
