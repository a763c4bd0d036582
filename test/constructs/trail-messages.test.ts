import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { namesOf } from '../../config/names';
import { ManagementTrailStack } from '../../stacks/management-trail-stack';
import { baselineProps, exampleOrganization } from '../helpers/example';
import { publishedKey } from '../helpers/published-key';
import { statementsOf, statementWithSid } from '../helpers/template-statements';

const template = Template.fromStack(
  new ManagementTrailStack(new App(), 'management-trail', baselineProps('management')),
);
const names = namesOf(exampleOrganization());
const defaultBus = {
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':events:ap-northeast-1:111122223333:event-bus/default']],
};
const [queue] = Object.keys(template.findResources('AWS::SQS::Queue'));
const [trailLog] = Object.keys(
  template.findResources('AWS::Logs::LogGroup', { Properties: { LogGroupName: '/example/organization-trail' } }),
);
const queueArn = { 'Fn::GetAtt': [queue, 'Arn'] };

describe('messages about the organization trail', () => {
  test('come from the log group that has every account and region, by a filter that Logs may run here only', () => {
    template.hasResourceProperties('AWS::Logs::SubscriptionFilter', { FilterName: 'watched-changes' });
    template.hasResourceProperties('AWS::Lambda::Permission', {
      Principal: 'logs.amazonaws.com',
      SourceAccount: '111122223333',
      SourceArn: { 'Fn::GetAtt': [trailLog, 'Arn'] },
    });
  });

  test('are written by a function that may send and put aside, and read nothing', () => {
    const statements = statementsOf(template, 'AWS::IAM::ManagedPolicy', 'MessagesOnEvent');
    expect(statements.slice(1).map(({ Action, Resource }) => [Action, Resource])).toEqual([
      ['sqs:SendMessage', queueArn],
      ['events:PutEvents', defaultBus],
    ]);
    template.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: names.trailMessageFunction,
      Environment: { Variables: { MESSAGE_LANGUAGE: 'ja' } },
    });
    template.hasResourceProperties('AWS::Logs::LogGroup', { KmsKeyId: publishedKey(template), RetentionInDays: 365 });
  });

  test('go to the event bus, and what fails to the queue', () => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      DestinationConfig: { OnSuccess: { Destination: defaultBus } },
    });
    template.hasResourceProperties('AWS::Lambda::Function', { DeadLetterConfig: { TargetArn: queueArn } });
  });

  test('are handed over to the audit account by the one role its bus knows', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      RoleName: names.trailMessageSender,
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: { Service: 'events.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
          },
        ],
      },
    });
    const [sends] = statementsOf(template, 'AWS::IAM::ManagedPolicy', 'MessagesSender');
    expect([sends?.Action, sends?.Resource]).toEqual(['events:PutEvents', names.messageBusArn]);
    const [rule] = Object.values(template.findResources('AWS::Events::Rule'));
    expect(rule?.Properties.Targets).toEqual([
      expect.objectContaining({ Arn: names.messageBusArn, DeadLetterConfig: { Arn: queueArn } }),
    ]);
    expect(rule?.Properties.EventPattern.detail.requestContext.functionArn).toEqual([
      {
        'Fn::Join': [
          '',
          [
            'arn:',
            { Ref: 'AWS::Partition' },
            ':lambda:ap-northeast-1:111122223333:function:example-trail-messages:$LATEST',
          ],
        ],
      },
    ]);
  });

  test('are missed by nobody who is not told: two alarms say that one was lost', () => {
    for (const AlarmName of ['example-undelivered-trail-messages', 'example-lost-trail-messages']) {
      template.hasResourceProperties('AWS::CloudWatch::Alarm', { AlarmName, Threshold: 1 });
    }
    expect(
      statementWithSid(statementsOf(template, 'AWS::SQS::QueuePolicy'), 'UndeliveredEvents').Condition,
    ).toMatchObject({ ArnEquals: {} });
  });

  test('are not written in the profile personal, which has no log group of the trail', () => {
    const personal = new ManagementTrailStack(
      new App(),
      'management-trail',
      baselineProps('management', undefined, { profile: 'personal', services: { bedrockDataEvents: true } }),
    );
    Template.fromStack(personal).resourceCountIs('AWS::Lambda::Function', 0);
  });
});
