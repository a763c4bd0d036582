import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { AuditAlertsStack } from '../../stacks/audit-alerts-stack';
import { baselineProps } from '../helpers/example';
import { publishedKey } from '../helpers/published-key';
import { statementsOf, statementWithSid } from '../helpers/template-statements';

function synthesize(overrides: Partial<OrganizationInput> = {}): Template {
  return Template.fromStack(
    new AuditAlertsStack(new App(), 'audit-alerts', baselineProps('audit', undefined, overrides)),
  );
}

const template = synthesize();
const rules = Object.entries(template.findResources('AWS::Events::Rule'));
const ruleArns = ['example-security-hub-findings', 'example-guardduty-findings'].map((name) => ({
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:events:ap-northeast-1:333344445555:rule/${name}`]],
}));

describe('findings', () => {
  test('of Security Hub and of GuardDuty are told', () => {
    expect(rules.map(([, { Properties }]) => [Properties.EventPattern.source, Properties.State])).toEqual([
      [['aws.securityhub'], 'ENABLED'],
      [['aws.guardduty'], 'ENABLED'],
    ]);
  });

  test('reach every contact', () => {
    const contacts = ['security@example.com', 'on-call@example.com'];
    const two = synthesize({ alertContacts: contacts });
    for (const Endpoint of contacts)
      two.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint });
  });

  test.each(rules)('%s publishes with a role, because a topic cannot tell rules apart', (_, { Properties }) => {
    const [topic] = Object.keys(template.findResources('AWS::SNS::Topic'));
    const [role] = Object.keys(template.findResources('AWS::IAM::Role'));
    expect(Properties.Targets).toEqual([
      expect.objectContaining({ Arn: { Ref: topic }, RoleArn: { 'Fn::GetAtt': [role, 'Arn'] } }),
    ]);
  });

  test.each(rules)('%s puts aside what cannot be delivered', (_, { Properties }) => {
    const [queue] = Object.keys(template.findResources('AWS::SQS::Queue'));
    expect(Properties.Targets[0].DeadLetterConfig).toEqual({ Arn: { 'Fn::GetAtt': [queue, 'Arn'] } });
  });

  test.each(rules)(
    '%s says what, where and which account, in one JSON object that line breaks cannot break',
    (_, rule) => {
      const { InputPathsMap, InputTemplate } = rule.Properties.Targets[0].InputTransformer;
      const filled = InputTemplate.replace(/(?<=:)<[^>]+>(?=[,}])/g, '"two\\nlines"').replace(/<[^>]+>/g, 'value');
      expect(Object.keys(JSON.parse(filled))).toEqual([
        '検出内容',
        '説明',
        '重要度',
        'アカウント',
        'リージョン',
        '検出結果 ID',
        '確認する',
      ]);
      expect(JSON.parse(filled).確認する).toMatch(/^https:\/\/[^"]*console\.aws\.amazon\.com\//);
      expect(Object.values(InputPathsMap).join(' ')).toMatch(/accountId|AwsAccountId/);
    },
  );

  test('are told in the language of the organization', () => {
    for (const [, { Properties }] of Object.entries(
      synthesize({ language: 'en' }).findResources('AWS::Events::Rule'),
    )) {
      expect(Properties.Targets[0].InputTransformer.InputTemplate).toContain('"What was found"');
    }
  });
});

describe('the role of the rules', () => {
  test('is lent to these two rules of this account only', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: 'sts:AssumeRole',
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': '333344445555' },
              ArnEquals: { 'aws:SourceArn': ruleArns },
            },
          },
        ],
      },
    });
  });

  test('publishes to this topic under its key, and does nothing else', () => {
    const [topic] = Object.keys(template.findResources('AWS::SNS::Topic'));
    expect(statementsOf(template, 'AWS::IAM::ManagedPolicy').map(({ Action, Resource }) => [Action, Resource])).toEqual(
      [
        ['sns:Publish', { Ref: topic }],
        [['kms:Decrypt', 'kms:GenerateDataKey'], publishedKey(template)],
      ],
    );
  });
});

describe('the topic', () => {
  test('is encrypted and takes nothing over plain HTTP', () => {
    template.hasResourceProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: publishedKey(template),
    });
    expect(
      statementWithSid(statementsOf(template, 'AWS::SNS::TopicPolicy'), 'AllowPublishThroughSSLOnly'),
    ).toMatchObject({
      Effect: 'Deny',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });
});

describe('findings that could not be delivered', () => {
  test('wait 14 days, encrypted, under keys that cannot be what went wrong', () => {
    template.hasResource('AWS::SQS::Queue', {
      Properties: {
        MessageRetentionPeriod: 14 * 24 * 60 * 60,
        SqsManagedSseEnabled: true,
        KmsMasterKeyId: Match.absent(),
      },
      DeletionPolicy: 'RetainExceptOnCreate',
    });
  });

  test('come from these two rules only, over TLS', () => {
    const policy = statementsOf(template, 'AWS::SQS::QueuePolicy');
    expect(policy.filter(({ Effect }) => Effect === 'Allow')).toHaveLength(1);
    expect(statementWithSid(policy, 'UndeliveredEvents')).toMatchObject({
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Condition: { ArnEquals: { 'aws:SourceArn': ruleArns } },
    });
    expect(policy).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  });

  test('raise an alarm with the first one', () => {
    const [topic] = Object.keys(template.findResources('AWS::SNS::Topic'));
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'example-undelivered-findings',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 1,
      EvaluationPeriods: 1,
      AlarmActions: [{ Ref: topic }],
    });
  });
});
