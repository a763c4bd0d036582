import { LINT_KINDS, type LintKind } from '../../../../gate/lint/lint-kinds';
import { lintStatements } from '../lint-text';

const createKey = 'iam:CreateServiceSpecificCredential';
const age = 'iam:ServiceSpecificCredentialAgeDays';

/** Severities of what the rule says of statements. */
async function flips(
  statements: readonly Readonly<Record<string, unknown>>[],
  kind: LintKind = 'scp',
): Promise<string[]> {
  const everybody = kind === 'rcp' || kind === 'resource' ? { Principal: '*' } : {};
  const found = await lintStatements(
    statements.map((statement) => ({ ...everybody, ...statement })),
    { kind },
  );
  return found.filter(({ rule }) => rule === 'absent-key-flips-meaning').map(({ severity }) => severity);
}

const deny = (Condition: object, Action: string | string[] = 's3:GetObject') => ({ Effect: 'Deny', Action, Condition });
const allow = (Condition: object, Action: string | string[] = 's3:GetObject') => ({
  Effect: 'Allow',
  Action,
  Condition,
});

describe('a limit that a request without the key slips through', () => {
  test('a key without an age never expires, and is not denied', async () => {
    expect(await flips([deny({ NumericGreaterThan: { [age]: '30' } }, createKey)])).toEqual(['error']);
    expect(await flips([deny({ NumericGreaterThanEquals: { [age]: '30' } }, createKey)])).toEqual(['error']);
  });

  test.each([
    ['IfExists', [deny({ NumericGreaterThanIfExists: { [age]: '30' } }, createKey)]],
    ['Null in the statement', [deny({ NumericGreaterThan: { [age]: '30' }, Null: { [age]: 'false' } }, createKey)]],
    [
      'a sibling that denies the absence',
      [deny({ NumericGreaterThan: { [age]: '30' } }, createKey), deny({ Null: { [age]: 'true' } }, createKey)],
    ],
    ['a lower bound', [deny({ NumericLessThan: { [age]: '1' } }, createKey)]],
  ])('is closed by %s', async (_, statements) => {
    expect(await flips(statements)).toEqual([]);
  });

  test('a sibling that denies the absence of another action closes nothing', async () => {
    const sibling = deny({ Null: { [age]: 'true' } }, 'iam:ResetServiceSpecificCredential');
    expect(await flips([deny({ NumericGreaterThan: { [age]: '30' } }, createKey), sibling])).toEqual(['error']);
  });

  test('multi-factor authentication is not asked of long-term keys', async () => {
    const condition = { Bool: { 'aws:MultiFactorAuthPresent': 'false' } };
    expect(await flips([deny(condition)])).toEqual(['error']);
    expect(await flips([deny({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })])).toEqual([]);
    expect(await flips([deny({ Bool: { 'aws:SecureTransport': 'false' } })])).toEqual([]);
  });

  test('an allowance with IfExists lets long-term keys in', async () => {
    expect(await flips([allow({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })], 'identity')).toEqual([
      'error',
    ]);
    expect(await flips([allow({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } })], 'identity')).toEqual([]);
  });

  test('other upper bounds on keys of a service deserve a second look', async () => {
    const hops = { NumericGreaterThan: { 'ec2:MetadataHttpPutResponseHopLimit': '2' } };
    expect(await flips([deny(hops, 'ec2:RunInstances')])).toEqual(['warning']);
  });
});

describe('a denial that a request without the key runs into', () => {
  test.each(['aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceOrgPaths'])(
    '%s is set by services only: everybody else would be denied',
    async (key) => {
      for (const operator of ['StringNotEquals', 'StringNotEqualsIfExists']) {
        expect(await flips([deny({ [operator]: { [key]: 'x' } })], 'rcp')).toEqual(['error']);
      }
    },
  );

  test.each([
    ['Null on one of the keys', { Null: { 'aws:SourceAccount': 'false' } }],
    ['a word about services', { Bool: { 'aws:PrincipalIsAWSService': 'true' } }],
  ])('is sound with %s', async (_, guard) => {
    expect(
      await flips([deny({ StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-exampleorg1' }, ...guard })], 'rcp'),
    ).toEqual([]);
  });

  test('is sound where only services are meant', async () => {
    const statement = deny({ ArnNotLike: { 'aws:SourceArn': 'arn:aws:s3:::example' } });
    expect(await flips([{ ...statement, Principal: { Service: 's3.amazonaws.com' } }], 'resource')).toEqual([]);
    expect(await flips([{ ...statement, Principal: { AWS: '111122223333' } }], 'resource')).toEqual(['error']);
  });

  test('services are in no organization: a resource control policy must let them pass', async () => {
    const members = { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorg1' } };
    expect(await flips([deny(members)], 'rcp')).toEqual(['error']);
    expect(await flips([deny(members)], 'resource')).toEqual(['warning']);
    expect(await flips([deny(members)], 'scp')).toEqual([]);
    expect(await flips([deny({ ...members, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } })], 'rcp')).toEqual(
      [],
    );
  });

  test('services call from elsewhere on behalf of a principal', async () => {
    const office = { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
    expect(await flips([deny(office)])).toEqual(['warning']);
    expect(await flips([deny({ ...office, Bool: { 'aws:ViaAWSService': 'false' } })])).toEqual([]);
  });

  test('a proof that is asked for is none: keys of the service and of the principal', async () => {
    const guardrail = { ArnNotLike: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:*:*:guardrail/*' } };
    expect(await flips([deny(guardrail, 'bedrock:InvokeModel')])).toEqual([]);
    expect(await flips([deny({ StringNotEquals: { 'aws:PrincipalTag/team': 'security' } })])).toEqual([]);
    expect(await flips([deny({ StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } })])).toEqual([]);
  });
});

describe('ForAllValues', () => {
  test.each(LINT_KINDS.filter((kind) => kind !== 'rcp'))(
    'of a key with one value is an error in a denial (%s)',
    async (kind) => {
      expect(
        await flips([deny({ 'ForAllValues:StringNotEquals': { 'aws:PrincipalOrgID': 'o-exampleorg1' } })], kind),
      ).toEqual(['error']);
    },
  );

  test('of a key with several values is a warning, and none with Null', async () => {
    const tags = { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': 'owner' } };
    expect(await flips([deny(tags, 'ec2:CreateTags')])).toEqual(['warning']);
    expect(await flips([deny({ ...tags, Null: { 'aws:TagKeys': 'false' } }, 'ec2:CreateTags')])).toEqual([]);
  });

  test('may allow calls without tags', async () => {
    expect(
      await flips([allow({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'owner' } }, 'ec2:CreateTags')], 'identity'),
    ).toEqual([]);
    const grants = { 'ForAllValues:StringEquals': { 'kms:GrantOperations': 'Decrypt' } };
    expect(await flips([allow(grants, 'kms:CreateGrant')], 'identity')).toEqual(['warning']);
  });

  test('ForAnyValue asks for a value, so nothing flips', async () => {
    expect(await flips([deny({ 'ForAnyValue:StringNotEquals': { 'aws:PrincipalOrgPaths': 'o-a/r-b/' } })])).toEqual([]);
  });
});
