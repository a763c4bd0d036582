import { lintStatements, lintText } from '../lint-text';

const first = async (statement: Readonly<Record<string, unknown>>) => (await lintStatements([statement]))[0];

describe('actions', () => {
  test.each([
    ['bedrock:Converse', 'Write that.', 'bedrock:InvokeModel'],
    ['bedrock:conversestream', 'Write that.', 'bedrock:InvokeModelWithResponseStream'],
    ['s3:GetObjekt', 's3:GetObject if', 'denies nothing'],
    ['s3:Gett*', 'matches no action', 'Amazon S3'],
    ['ec2:Nothing?Like*This', 'matches no action', 'service authorization reference'],
  ])('%s: %j and %j', async (Action, one, other) => {
    const found = await first({ Action });
    expect(found).toMatchObject({ rule: 'unknown-action', severity: 'error', path: 'Statement[0].Action' });
    expect(found?.says).toContain(one);
    expect(found?.says).toContain(other);
  });

  test.each(['s3:getobject', 'S3:GetObject', 's3:Get*', 's3:?etObject', '*', '*:*', 'bedrock-mantle:*'])(
    '%s is one',
    async (Action) => {
      expect(await lintStatements([{ Action }])).toEqual([]);
    },
  );

  test.each([
    ['GetObject', 'names no service'],
    ['s33:GetObject', 'Write s3: if'],
    ['*:GetObject', 'No AWS service'],
    ['constructor:GetObject', 'No AWS service'],
  ])('%s has no service', async (Action, says) => {
    expect(await first({ Action })).toMatchObject({ rule: 'unknown-service', says: expect.stringContaining(says) });
  });

  test('in NotAction leave nothing out, which is a warning', async () => {
    const condition = { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } } };
    const found = await lintStatements([{ NotAction: ['retired:*', 's3:Nothing'], ...condition }]);
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['unknown-service', 'warning'],
      ['unknown-action', 'warning'],
    ]);
  });
});

describe('condition keys', () => {
  test.each([
    ['bedrock:ModelId', 'StringEquals', 'denies nothing'],
    ['bedrock:ModelId', 'StringNotEquals', 'denies every call'],
    ['bedrock:ModelId', 'ForAllValues:StringNotLike', 'denies every call'],
    ['bedrock:ModelId', 'StringEqualsIfExists', 'denies every call'],
    ['bedrock:GuardrailIdentifer', 'StringEquals', 'Write bedrock:GuardrailIdentifier'],
    ['aws:PrincipleArn', 'StringEquals', 'Write aws:PrincipalArn'],
    ['aws:PrincipalTag', 'StringEquals', 'No request'],
    ['principalArn', 'StringEquals', 'No request'],
    ['constructor:x', 'StringEquals', 'No request'],
    ['__proto__:x', 'StringEquals', 'No request'],
  ])('%s under %s: %s', async (key, operator, says) => {
    const found = await lintStatements([{ Action: 'bedrock:InvokeModel', Condition: { [operator]: { [key]: 'x' } } }]);
    expect(found).toMatchObject([
      { rule: 'unknown-condition-key', severity: 'error', says: expect.stringContaining(says) },
    ]);
  });

  test.each([
    'aws:principalarn',
    'AWS:PrincipalArn',
    'aws:PrincipalTag/a:b/c',
    'aws:SignInSessionArn',
    'ec2:RoleDelivery',
    'saml:aud',
    'token.actions.githubusercontent.com:sub',
    'oidc.eks.eu-west-1.amazonaws.com/id/0123ABCD:sub',
    'kms:EncryptionContext:team',
  ])('%s exists', async (key) => {
    expect(await lintStatements([{ Action: '*', Condition: { Null: { [key]: 'true' } } }])).toEqual([]);
  });
});

describe('operators and values', () => {
  test.each([
    ['StringNotLikes', 'StringNotLike'],
    ['ForAnyValues:StringLike', 'ForAnyValue:StringLike'],
    ['ForAllValues:StringEqual', 'ForAllValues:StringEquals'],
    ['stringEquals', 'StringEquals'],
    ['NullIfExists', 'Null'],
    ['ForAllValues:Null', 'Null'],
    ['ArnLikesIfExists', 'ArnLikeIfExists'],
  ])('%s is meant for %s', async (operator, meant) => {
    const found = await lintStatements([{ Condition: { [operator]: { 'aws:PrincipalTag/a': 'true' } } }]);
    expect(found).toMatchObject([{ rule: 'unknown-operator', says: expect.stringContaining(`Write ${meant}.`) }]);
  });

  test.each([
    ['Bool', 'aws:SecureTransport', 'yes'],
    ['NumericLessThan', 's3:signatureAge', 'ten'],
    ['DateGreaterThan', 'aws:CurrentTime', 'tomorrow'],
    ['IpAddress', 'aws:SourceIp', '10.0.0.0/64'],
    ['ArnLike', 'aws:PrincipalArn', 'role/administrator'],
    ['Null', 'aws:PrincipalTag/a', 'maybe'],
  ])('%s cannot compare %s with %s', async (operator, key, value) => {
    expect(await first({ Condition: { [operator]: { [key]: value } } })).toMatchObject({
      rule: 'invalid-condition-value',
    });
  });

  test.each([
    ['Bool', 'aws:SecureTransport', true],
    ['NumericLessThan', 's3:signatureAge', 600],
    ['ArnLike', 'aws:PrincipalArn', `arn:aws:iam::\${aws:PrincipalAccount}:role/a`],
    ['ArnEquals', 'aws:PrincipalArn', 'arn:aws:iam::*:role/a'],
    ['StringEquals', 'aws:PrincipalTag/a', `a \${*} b`],
  ])('%s can compare %s with %s', async (operator, key, value) => {
    expect(await lintStatements([{ Condition: { [operator]: { [key]: value } } }])).toEqual([]);
  });

  test.each([
    ['Deny', 'StringNotEqualsIgnoreCase', 'exempts nobody', 'ArnNotLike'],
    ['Deny', 'StringEqualsIfExists', 'nothing is denied', 'ArnLikeIfExists'],
    ['Deny', 'ForAnyValue:StringNotEquals', 'exempts nobody', 'ForAnyValue:ArnNotLike'],
    ['Allow', 'StringEquals', 'nothing is allowed', 'ArnLike'],
    ['Allow', 'StringNotEquals', 'excludes nothing', 'ArnNotLike'],
  ])('%s with a wildcard under %s: %s; write %s', async (Effect, operator, why, instead) => {
    const found = await first({ Effect, Condition: { [operator]: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/a' } } });
    expect(found).toMatchObject({ rule: 'wildcard-taken-literally', says: expect.stringContaining(why) });
    expect(found?.says).toContain(`Write ${instead}.`);
  });
});

describe('kinds of policy', () => {
  const rulesOf = async (statement: object, kind: 'scp' | 'rcp' | 'identity' | 'resource') => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: { Sid: 'One', ...statement } });
    return (await lintText(text, { kind })).findings.map(({ rule, path }) => `${rule} ${path}`);
  };
  const s3 = { Effect: 'Deny', Action: 's3:*', Resource: '*' };

  test.each([
    ['scp', { ...s3, NotPrincipal: '*' }, ['unsupported-element Statement.NotPrincipal']],
    ['identity', { ...s3, Principal: '*' }, ['unsupported-element Statement.Principal']],
    ['rcp', { ...s3, Principal: { AWS: '*' } }, ['unsupported-element Statement.Principal']],
    ['rcp', { ...s3, Principal: '*', Effect: 'Allow' }, ['unsupported-element Statement.Effect']],
    ['rcp', { ...s3, Principal: '*', Action: '*' }, ['unsupported-element Statement.Action']],
    ['rcp', s3, ['missing-element Statement']],
    [
      'rcp',
      { Effect: 'Deny', Principal: '*', NotAction: 's3:*', Resource: '*' },
      ['unsupported-element Statement.NotAction'],
    ],
    [
      'rcp',
      { ...s3, Principal: '*', Action: ['bedrock:*', 'lambda:*', 's3:*'] },
      ['service-without-rcp-support Statement.Action[0]', 'service-without-rcp-support Statement.Action[1]'],
    ],
    ['resource', s3, ['missing-element Statement']],
    ['resource', { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }, []],
    ['scp', { ...s3, NotAction: 's3:*' }, ['missing-element Statement']],
  ] as const)('%s: %j', async (kind, statement, expected) => {
    expect(await rulesOf(statement, kind)).toEqual(expected);
  });

  test('a statement without a policy around it is named as such, and judged all the same', async () => {
    const { findings } = await lintText(JSON.stringify({ Sid: 'One', ...s3, Action: 's3:Nothing' }));
    expect(findings.map(({ rule }) => rule)).toEqual(['missing-element', 'unknown-action']);
  });

  test('a Version of one’s own is refused, an old one makes variables plain text', async () => {
    const versioned = (Version: string) =>
      lintText(JSON.stringify({ Version, Statement: [{ Sid: 'One', ...s3 }] }), { kind: 'identity' });
    expect((await versioned('2026-11-24')).findings).toMatchObject([{ rule: 'missing-version', severity: 'error' }]);
    expect((await versioned('2008-10-17')).findings).toMatchObject([{ rule: 'missing-version', severity: 'warning' }]);
  });
});

describe('size', () => {
  const padded = (characters: number, kind: 'scp' | 'rcp') => {
    const rcp = kind === 'rcp' ? { Principal: '*' } : {};
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Sid: 'One', Effect: 'Deny', ...rcp, Action: 's3:*', Resource: '*' }],
    });
    return lintText(text + ' '.repeat(characters - text.length), { kind });
  };

  test.each([
    ['scp', 9_216, []],
    ['scp', 9_217, ['warning']],
    ['scp', 10_240, ['warning']],
    ['scp', 10_241, ['error']],
    ['rcp', 4_608, []],
    ['rcp', 5_120, ['warning']],
    ['rcp', 5_121, ['error']],
  ] as const)('an %s of %i characters, white space included: %j', async (kind, characters, severities) => {
    const { findings } = await padded(characters, kind);
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
    for (const { fix } of findings) expect(fix.en).toContain('without white space');
  });
});
