import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import fc from 'fast-check';
import { InvocationLog } from '../../constructs/invocation-log';
import { runs } from '../helpers/runs';

const env = { account: '444455556666', region: 'ap-northeast-1' };
const stack = new Stack(new App(), 'Stack', { env });
new InvocationLog(stack, 'Log', {
  iamPath: '/example/',
  logGroupName: '/example/bedrock/invocations',
  encryptionKey: new Key(stack, 'Key'),
  retentionDays: 400,
});
const template = Template.fromStack(stack);
const logGroup = Object.values(template.findResources('AWS::Logs::LogGroup'))[0];
const protection = logGroup?.Properties.DataProtectionPolicy;

describe('the invocation log', () => {
  test('is encrypted, expires, resists deletion and outlives its stack', () => {
    template.hasResource('AWS::Logs::LogGroup', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        LogGroupName: '/example/bedrock/invocations',
        LogGroupClass: 'STANDARD',
        RetentionInDays: 400,
        DeletionProtectionEnabled: true,
        KmsKeyId: { 'Fn::GetAtt': [Match.anyValue(), 'Arn'] },
      },
    });
  });

  test('is written by Amazon Bedrock of this account and region only', () => {
    const [role] = Object.values(template.findResources('AWS::IAM::Role'));
    expect(role?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: 'bedrock.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': '444455556666' },
          ArnLike: {
            'aws:SourceArn': {
              'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':bedrock:ap-northeast-1:444455556666:*']],
            },
          },
        },
      },
    ]);
  });

  test('lets Amazon Bedrock write its one stream and nothing else', () => {
    const [policy] = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
    expect(policy?.Properties.PolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: {
          'Fn::Join': [
            '',
            [
              'arn:',
              { Ref: 'AWS::Partition' },
              ':logs:ap-northeast-1:444455556666:log-group:/example/bedrock/invocations:log-stream:aws/bedrock/modelinvocations',
            ],
          ],
        },
      },
    ]);
    template.resourceCountIs('AWS::IAM::Policy', 0);
  });
});

describe('masking in the invocation log', () => {
  const custom: { Name: string; Regex: string }[] = protection.Configuration.CustomDataIdentifier;
  const [audit, mask] = protection.Statement;

  test('finds and masks the same things', () => {
    expect(audit.DataIdentifier).toEqual(mask.DataIdentifier);
    expect(mask.Operation).toEqual({ Deidentify: { MaskConfig: {} } });
  });

  test('covers credentials, cards, e-mail addresses, My Number, and what identifies people in Japan', () => {
    const names = mask.DataIdentifier.map((identifier: unknown) => /[^/]+$/.exec(lastText(identifier))?.[0]);
    expect(names).toEqual([
      'AwsSecretKey',
      'CreditCardNumber',
      'CreditCardSecurityCode',
      'EmailAddress',
      'OpenSshPrivateKey',
      'PgpPrivateKey',
      'PkcsPrivateKey',
      'PuttyPrivateKey',
      'MyNumber',
      'JapaneseMobilePhone',
      'JapanesePhoneFromAbroad',
      'JapaneseResidenceCard',
      'JapanesePassport',
    ]);
  });

  test.each([
    '444455556666',
    'arn:aws:sts::444455556666:assumed-role/example-converse/1',
    '"accountId":"444455556666"',
  ])('never touches an account id: %s', (text) => {
    for (const { Regex } of custom) expect(text).not.toMatch(new RegExp(Regex));
  });

  test('never touches any account id, alone, in an ARN or next to other digits of a record', () => {
    const accountId = fc.stringMatching(/^[0-9]{12}$/);
    fc.assert(
      fc.property(accountId, (id) => {
        const record = `{"timestamp":"2026-11-27T03:04:05Z","accountId":"${id}","identity":{"arn":"arn:aws:sts::${id}:assumed-role/example-assistant-worker-ap-northeast-1/1"},"inputTokenCount":${id.slice(0, 4)}}`;
        return custom.every(({ Regex }) => !new RegExp(Regex).test(record));
      }),
      { numRuns: runs(2000) },
    );
  });

  test.each([
    ['JapaneseMobilePhone', '電話は 090-1234-5678 です'],
    ['JapaneseMobilePhone', '050 1234 5678'],
    ['JapanesePhoneFromAbroad', '+81 3-1234-5678'],
    ['JapanesePhoneFromAbroad', '+8190-1234-5678'],
    ['JapaneseResidenceCard', '在留カード AB12345678CD'],
    ['JapanesePassport', '旅券番号TR1234567'],
  ])('masks as %s: %s', (name, text) => {
    const identifier = custom.find(({ Name }) => Name === name);
    expect(text).toMatch(new RegExp(identifier?.Regex ?? '(?!)'));
  });

  test('has no more expressions than a policy holds', () => {
    expect(custom.length).toBeLessThanOrEqual(10);
  });

  test.each(['1234-5678-9012', '1234 5678 9012'])('masks My Number written as %s', (text) => {
    expect(custom.some(({ Regex }) => new RegExp(Regex).test(text))).toBe(true);
  });

  test('uses expressions CloudWatch Logs accepts: short, without parentheses and Japanese letters', () => {
    expect(custom.length).toBeGreaterThan(0);
    for (const { Regex } of custom) expect(Regex).toMatch(/^[A-Za-z0-9 _#=@/;,\-^$?[\]{}|\\*+.]{1,200}$/);
  });
});

/** The literal end of a name that may be joined from parts. */
function lastText(value: unknown): string {
  if (typeof value === 'string') return value;
  const [, parts] = (value as { 'Fn::Join': [string, unknown[]] })['Fn::Join'];
  return String(parts.at(-1));
}
