import { compileChain } from '../../evaluator/chain';
import { PolicyError } from '../../evaluator/policy-error';
import type { PolicyKind } from '../../evaluator/policy-kind';
import { chainOf } from './chain-of-document';

function errorOf(kind: PolicyKind, document: unknown): PolicyError {
  try {
    compileChain(chainOf(kind, document));
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
  throw new Error('the document was accepted');
}

const pathsOf = (kind: PolicyKind, document: unknown) =>
  errorOf(kind, document).faults.flatMap(({ problems }) => problems.map(({ path }) => path));

const good = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const statement = (change: object) => ({ Version: '2012-10-17', Statement: [{ ...good, ...change }] });
const condition = (Condition: unknown) => statement({ Condition });

const broken: [what: string, kind: PolicyKind, document: unknown, ...paths: string[]][] = [
  ['no object', 'identity-policy', 'text', ''],
  ['null', 'identity-policy', null, ''],
  ['a list', 'identity-policy', [], ''],
  ['no statement', 'identity-policy', { Version: '2012-10-17' }, 'Statement'],
  ['an empty list of statements', 'identity-policy', { Version: '2012-10-17', Statement: [] }, 'Statement'],
  ['a version that does not exist', 'identity-policy', { Version: '2025-01-01', Statement: [good] }, 'Version'],
  ['no version in a service control policy', 'service-control-policy', { Statement: [good] }, 'Version'],
  [
    'an element with a typing error',
    'identity-policy',
    { Version: '2012-10-17', Statement: [good], Statment: [] },
    'Statment',
  ],
  ['an id where IAM takes none', 'identity-policy', { Version: '2012-10-17', Id: 'x', Statement: [good] }, 'Id'],
  ['no effect', 'identity-policy', statement({ Effect: undefined }), 'Statement[0].Effect'],
  ['an effect in lower case', 'identity-policy', statement({ Effect: 'allow' }), 'Statement[0].Effect'],
  [
    'no action',
    'identity-policy',
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Resource: '*' }] },
    'Statement[0]',
  ],
  ['Action and NotAction', 'identity-policy', statement({ NotAction: 'sqs:*' }), 'Statement[0]'],
  ['an action without service', 'identity-policy', statement({ Action: 'GetObject' }), 'Statement[0].Action'],
  ['an action that is a number', 'identity-policy', statement({ Action: ['s3:*', 7] }), 'Statement[0].Action[1]'],
  [
    'no resource',
    'identity-policy',
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*' }] },
    'Statement[0]',
  ],
  [
    'a resource that is no ARN',
    'identity-policy',
    statement({ Resource: 'bucket/*' }),
    'Statement[0].Resource',
    'Statement[0].Resource',
  ],
  [
    'a wildcard for the service of an ARN',
    'identity-policy',
    statement({ Resource: 'arn:aws:*:::x' }),
    'Statement[0].Resource',
  ],
  [
    'a variable in the account of an ARN',
    'identity-policy',
    statement({ Resource: `arn:aws:s3::\${aws:PrincipalAccount}:x` }),
    'Statement[0].Resource',
  ],
  [
    'a variable that is not closed',
    'identity-policy',
    statement({ Resource: `arn:aws:s3:::\${aws:username` }),
    'Statement[0].Resource',
  ],
  ['a principal where there is none', 'identity-policy', statement({ Principal: '*' }), 'Statement[0].Principal'],
  ['no principal where there has to be one', 'resource-policy', statement({}), 'Statement[0]'],
  [
    'a principal with a wildcard',
    'resource-policy',
    statement({ Principal: { AWS: 'arn:aws:iam::111122223333:role/*' } }),
    'Statement[0].Principal.AWS',
  ],
  [
    'a kind of principal with a typing error',
    'resource-policy',
    statement({ Principal: { Aws: '*' } }),
    'Statement[0].Principal.Aws',
  ],
  [
    'NotPrincipal with an Allow',
    'resource-policy',
    statement({ NotPrincipal: { AWS: '111122223333' } }),
    'Statement[0].NotPrincipal',
  ],
  [
    'NotPrincipal in a trust policy',
    'role-trust-policy',
    {
      Version: '2012-10-17',
      Statement: { Effect: 'Deny', Action: 'sts:AssumeRole', NotPrincipal: { AWS: '111122223333' } },
    },
    'Statement.NotPrincipal',
  ],
  [
    'an action of S3 in a trust policy',
    'role-trust-policy',
    { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:GetObject', Principal: '*' } },
    'Statement.Action',
  ],
  [
    'an Allow in a resource control policy',
    'resource-control-policy',
    statement({ Principal: '*' }),
    'Statement[0].Effect',
  ],
  [
    'everything in a resource control policy',
    'resource-control-policy',
    statement({ Effect: 'Deny', Principal: '*', Action: '*' }),
    'Statement[0].Action',
  ],
  [
    'a principal in a resource control policy',
    'resource-control-policy',
    statement({ Effect: 'Deny', Principal: { AWS: '*' } }),
    'Statement[0].Principal',
  ],
  ['a Sid with a space', 'identity-policy', statement({ Sid: 'not good' }), 'Statement[0].Sid'],
  [
    'a Sid twice',
    'identity-policy',
    {
      Version: '2012-10-17',
      Statement: [
        { Sid: 'A', ...good },
        { Sid: 'A', ...good },
      ],
    },
    'Statement[1].Sid',
  ],
  [
    'an operator with a typing error',
    'identity-policy',
    condition({ StringEqual: { 'aws:username': 'x' } }),
    'Statement[0].Condition.StringEqual',
  ],
  [
    'an operator in lower case',
    'identity-policy',
    condition({ stringequals: { 'aws:username': 'x' } }),
    'Statement[0].Condition.stringequals',
  ],
  [
    'Null with IfExists',
    'identity-policy',
    condition({ NullIfExists: { 'aws:username': 'true' } }),
    'Statement[0].Condition.NullIfExists',
  ],
  [
    'a key without prefix',
    'identity-policy',
    condition({ StringEquals: { username: 'x' } }),
    'Statement[0].Condition.StringEquals.username',
  ],
  [
    'a number that is none',
    'identity-policy',
    condition({ NumericEquals: { 'x:n': 'many' } }),
    'Statement[0].Condition.NumericEquals.x:n',
  ],
  [
    'an address that is none',
    'identity-policy',
    condition({ IpAddress: { 'aws:SourceIp': ['10.0.0.0/33'] } }),
    'Statement[0].Condition.IpAddress.aws:SourceIp[0]',
  ],
  [
    'two booleans',
    'identity-policy',
    condition({ Bool: { 'x:b': ['true', 'false'] } }),
    'Statement[0].Condition.Bool.x:b',
  ],
  [
    'Null with a value of a tag',
    'identity-policy',
    condition({ Null: { 'x:b': 'production' } }),
    'Statement[0].Condition.Null.x:b',
  ],
  ['a condition that is a text', 'identity-policy', condition('never'), 'Statement[0].Condition'],
  [
    'a condition without keys',
    'identity-policy',
    condition({ StringEquals: {} }),
    'Statement[0].Condition.StringEquals',
  ],
];

describe('a policy document that AWS would not accept', () => {
  test.each(broken)('%s in a %s', (...row) => {
    const [, kind, document, ...paths] = row;
    expect(pathsOf(kind, document)).toEqual(paths);
  });

  test('has all its problems reported at once, with those of every other document', () => {
    const bad = statement({ Effect: 'allow', Action: 'GetObject' });
    const input = {
      identityPolicies: [{ name: 'one', document: bad }],
      permissionsBoundary: { name: 'two', document: 7 },
    };
    expect(() => compileChain(input)).toThrow(
      [
        'identity-policy "one" cannot be judged:',
        '  Statement[0].Effect: Not an effect of a statement. Got "allow". Allowed: Allow, Deny. Say what the statement does.',
        '  Statement[0].Action: Not the name of an action. Got "GetObject". Allowed: service:Action, with * and ? in the action\'s name. Write the service prefix, a colon and the action.',
        'permissions-boundary "two" cannot be judged:',
        '  the document: Not a policy document. Got 7. Allowed: an object. Give the parsed JSON object.',
      ].join('\n'),
    );
  });
});
