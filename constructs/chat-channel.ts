import { Stack } from 'aws-cdk-lib';
import { CfnSlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import { Role } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { accountServicePrincipal } from './account-service-principal';

export interface ChatChannelProps {
  readonly configurationName: string;
  /** IAM path of what is made here; the policies of the organization know the baseline's own roles and policies by it. */
  readonly iamPath: string;
  readonly slackWorkspaceId: string;
  readonly slackChannelId: string;
  readonly topic: ITopic;
}

/**
 * A Slack channel that is told what the topic is told, by Amazon Q Developer in chat applications. It tells and does nothing: its role
 * may call nothing, and the guardrail policy denies whatever somebody would add to the role later. Without a guardrail policy AWS would
 * set one that allows everything. Free.
 *
 * Somebody has to authorize the workspace once in the console of this account before it is deployed.
 * https://docs.aws.amazon.com/chatbot/latest/adminguide/understanding-permissions.html
 */
export class ChatChannel extends Construct {
  constructor(scope: Construct, id: string, props: ChatChannelProps) {
    super(scope, id);
    const { account, partition } = Stack.of(this);
    const role = new Role(this, 'Role', {
      path: props.iamPath,
      description: 'What people may do from the Slack channel: nothing',
      assumedBy: accountServicePrincipal('chatbot.amazonaws.com', account),
    });
    new CfnSlackChannelConfiguration(this, 'Channel', {
      configurationName: props.configurationName,
      slackWorkspaceId: props.slackWorkspaceId,
      slackChannelId: props.slackChannelId,
      iamRoleArn: role.roleArn,
      guardrailPolicies: [`arn:${partition}:iam::aws:policy/AWSDenyAll`],
      userRoleRequired: false,
      loggingLevel: 'ERROR',
      snsTopicArns: [props.topic.topicArn],
    });
  }
}
