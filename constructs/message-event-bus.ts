import { Stack } from 'aws-cdk-lib';
import { CfnEventBusPolicy, EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';

export interface MessageEventBusProps {
  readonly eventBusName: string;
  /** The account that sends. */
  readonly senderAccountId: string;
  /** ARN of the one role of that account that may send. */
  readonly senderRoleArn: string;
}

/**
 * The event bus on which the management account hands over its messages: one role of one account may put events, and only those that
 * Lambda makes of a function's result. EventBridge bills $1 per million of them.
 *
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-permissions.html
 */
export class MessageEventBus extends Construct {
  readonly eventBus: EventBus;

  constructor(scope: Construct, id: string, props: MessageEventBusProps) {
    super(scope, id);
    this.eventBus = new EventBus(this, 'Bus', {
      eventBusName: props.eventBusName,
      description: 'Messages about the organization trail, from the management account',
    });
    new CfnEventBusPolicy(this, 'Policy', {
      eventBusName: this.eventBus.eventBusName,
      statementId: 'ManagementAccountHandsOver',
      statement: {
        Sid: 'ManagementAccountHandsOver',
        Effect: 'Allow',
        // The role may not exist yet, and a policy that names one that does not is refused: the account, narrowed to the role.
        Principal: { AWS: `arn:${Stack.of(this).partition}:iam::${props.senderAccountId}:root` },
        Action: 'events:PutEvents',
        Resource: this.eventBus.eventBusArn,
        Condition: {
          ArnEquals: { 'aws:PrincipalArn': props.senderRoleArn },
          StringEquals: { 'events:source': 'lambda' },
        },
      },
    });
  }
}
