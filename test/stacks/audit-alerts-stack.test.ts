import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { AuditAlertsStack } from '../../stacks/audit-alerts-stack';
import { controlFinding, guardDutyFinding, imported, trailMessageResult } from '../helpers/events-of-alerts';
import { baselineProps } from '../helpers/example';
import { transformed } from '../helpers/input-transformer';
import { publishedKey } from '../helpers/published-key';
import { statementsOf, statementWithSid } from '../helpers/template-statements';

function synthesize(overrides: Partial<OrganizationInput> = {}): Template {
  return Template.fromStack(
    new AuditAlertsStack(new App(), 'audit-alerts', baselineProps('audit', undefined, overrides)),
  );
}

const template = synthesize();
const rules = Object.entries(template.findResources('AWS::Events::Rule'));
const nameOf = (rule: string) => ({
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:events:ap-northeast-1:333344445555:rule/${rule}`]],
});
const busOf = (built: Template) => Object.keys(built.findResources('AWS::Events::EventBus'))[0];
const ruleArns = [
  nameOf('example-security-hub-findings'),
  nameOf('example-guardduty-findings'),
  {
    'Fn::Join': [
      '',
      [
        'arn:',
        { Ref: 'AWS::Partition' },
        ':events:ap-northeast-1:333344445555:rule/',
        { Ref: busOf(template) },
        '/example-trail-messages',
      ],
    ],
  },
];
const [securityHub, guardDuty, trailMessages] = rules.map(([, { Properties }]) => Properties);
const messageOf = (properties: typeof securityHub, event: object) =>
  transformed(properties.Targets[0].InputTransformer, event);

describe('what is told', () => {
  test('comes from Security Hub, its copy of GuardDuty, and the organization trail', () => {
    expect(rules.map(([, { Properties }]) => [Properties.EventPattern.source, Properties.State])).toEqual([
      [['aws.securityhub'], 'ENABLED'],
      [['aws.securityhub'], 'ENABLED'],
      [['lambda'], 'ENABLED'],
    ]);
  });

  test('reaches every contact', () => {
    const contacts = ['security@example.com', 'on-call@example.com'];
    const two = synthesize({ alertContacts: contacts });
    for (const Endpoint of contacts)
      two.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint });
  });

  test.each(rules)('%s publishes with a role, because a topic cannot tell rules apart', (_, { Properties }) => {
    const [topic] = Object.keys(template.findResources('AWS::SNS::Topic'));
    const [role] = Object.keys(template.findResources('AWS::IAM::Role')).filter((id) => id.includes('Publisher'));
    expect(Properties.Targets[0]).toMatchObject({ Arn: { Ref: topic }, RoleArn: { 'Fn::GetAtt': [role, 'Arn'] } });
  });

  test.each(rules)('%s puts aside what cannot be delivered', (_, { Properties }) => {
    const [queue] = Object.keys(template.findResources('AWS::SQS::Queue'));
    for (const { DeadLetterConfig } of Properties.Targets) {
      expect(DeadLetterConfig).toEqual({ Arn: { 'Fn::GetAtt': [queue, 'Arn'] } });
    }
  });

  test('about the trail is there only where the trail is watched', () => {
    for (const overrides of [{ profile: 'personal' }, { controlTower: true }] as const) {
      const built = synthesize(overrides);
      built.resourceCountIs('AWS::Events::Rule', 2);
      built.resourceCountIs('AWS::Events::EventBus', 0);
    }
  });
});

describe('a message about a finding', () => {
  test('says in Japanese how severe, where, what, and the link and the command that come next', () => {
    expect(messageOf(securityHub, imported(controlFinding))).toEqual({
      version: '1.0',
      source: 'custom',
      content: {
        textType: 'client-markdown',
        title: '重要度 CRITICAL：アカウント 444455556666（us-east-1）の検出結果',
        description: 'S3 general purpose buckets should block public read access',
        nextSteps: [
          `確認する: https://ap-northeast-1.console.aws.amazon.com/securityhub/home?region=ap-northeast-1#/findings?search=Id%3D%255Coperator%255C%253AEQUALS%255C%253A${controlFinding.Id}`,
          `詳細を読む: aws securityhub get-findings --region ap-northeast-1 --filters Id=[{Value=${controlFinding.Id},Comparison=EQUALS}]`,
        ],
      },
      metadata: { threadId: controlFinding.Id },
    });
  });

  test('says the same in English, and of GuardDuty what it saw, line breaks and quotation marks included', () => {
    const english = Object.values(synthesize({ language: 'en' }).findResources('AWS::Events::Rule'));
    expect(messageOf(english[1]?.Properties, imported(guardDutyFinding))).toMatchObject({
      content: {
        title: 'MEDIUM: finding in account 444455556666, ap-northeast-1',
        description: 'The principal "developer" invoked a model\nin a way that is unusual for it.',
        nextSteps: [
          expect.stringMatching(/^Look at it: https:/),
          expect.stringMatching(/^Read it all: aws securityhub/),
        ],
      },
    });
  });

  test('fits what chat takes', () => {
    for (const [properties, finding] of [
      [securityHub, controlFinding],
      [guardDuty, guardDutyFinding],
    ] as const) {
      const { content } = messageOf(properties, imported(finding)) as {
        content: { title: string; nextSteps: string[] };
      };
      expect(content.title.length).toBeLessThanOrEqual(250);
      for (const step of content.nextSteps) expect(step.length).toBeLessThanOrEqual(350);
    }
  });

  test('is one of its kind: the finding is marked as notified with it', () => {
    const [mark] = Object.keys(template.findResources('AWS::Lambda::Function'));
    for (const { Targets } of [securityHub, guardDuty]) {
      expect(Targets[1].Arn).toEqual({ 'Fn::GetAtt': [mark, 'Arn'] });
    }
    expect(trailMessages.Targets).toHaveLength(1);
  });
});

describe('a message about the organization trail', () => {
  test('is what the management account has written', () => {
    const content = {
      textType: 'client-markdown',
      title: 'Changed "it"',
      description: 'two\nlines',
      nextSteps: ['Look'],
    };
    const event = trailMessageResult('arn', { threadId: 'root-used-444455556666', content });
    expect(messageOf(trailMessages, event)).toEqual({
      version: '1.0',
      source: 'custom',
      content,
      metadata: { threadId: 'root-used-444455556666' },
    });
  });

  test('is taken from one role of the management account only', () => {
    template.hasResourceProperties('AWS::Events::EventBusPolicy', {
      Statement: {
        Action: 'events:PutEvents',
        Condition: {
          ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/example/example-trail-message-sender' },
          StringEquals: { 'events:source': 'lambda' },
        },
      },
    });
  });
});

describe('the function that marks findings', () => {
  test('may update findings of this hub and put its failures aside, and nothing else', () => {
    const actions = statementsOf(template, 'AWS::IAM::ManagedPolicy', 'FindingsOnEvent').map(({ Action }) => Action);
    expect(actions).toEqual([
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      'sqs:SendMessage',
      'securityhub:BatchUpdateFindings',
    ]);
  });

  test('is tried three times, then the event is in the queue with the alarm', () => {
    const [queue] = Object.keys(template.findResources('AWS::SQS::Queue'));
    template.hasResourceProperties('AWS::Lambda::Function', {
      DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': [queue, 'Arn'] } },
    });
  });
});

describe('the Slack channel', () => {
  const chat = { slackWorkspaceId: 'T07EXAMPLE', slackChannelId: 'C07EXAMPLE1' };
  const built = synthesize({ chat });

  test('is told what the mail is told', () => {
    const [topic] = Object.keys(built.findResources('AWS::SNS::Topic'));
    built.hasResourceProperties('AWS::Chatbot::SlackChannelConfiguration', {
      SlackWorkspaceId: 'T07EXAMPLE',
      SlackChannelId: 'C07EXAMPLE1',
      SnsTopicArns: [{ Ref: topic }],
    });
  });

  test('can do nothing: an empty role, and a guardrail that denies what somebody adds', () => {
    built.hasResourceProperties('AWS::Chatbot::SlackChannelConfiguration', {
      GuardrailPolicies: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AWSDenyAll']] }],
    });
    const [role] = Object.entries(built.findResources('AWS::IAM::Role')).filter(([id]) => id.startsWith('Chat'));
    expect(Object.keys(role?.[1].Properties)).toEqual(['AssumeRolePolicyDocument', 'Description', 'Path']);
    expect(JSON.stringify(built.findResources('AWS::IAM::ManagedPolicy'))).not.toContain(role?.[0]);
  });

  test('is not there unless it is configured', () => {
    template.resourceCountIs('AWS::Chatbot::SlackChannelConfiguration', 0);
  });
});

describe('the role of the rules', () => {
  test('is lent to these rules of this account only', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      Description: 'EventBridge publishes findings to the alert topic',
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
    expect(
      statementsOf(template, 'AWS::IAM::ManagedPolicy', 'FindingsPublisher').map(({ Action, Resource }) => [
        Action,
        Resource,
      ]),
    ).toEqual([
      ['sns:Publish', { Ref: topic }],
      [['kms:Decrypt', 'kms:GenerateDataKey'], publishedKey(template)],
    ]);
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

  test('come from these rules only, over TLS', () => {
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
