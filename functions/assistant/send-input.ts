import type { SendMessageCommandInput } from '@aws-sdk/client-sqs';
import type { Question } from './question';

/**
 * The message of a question: the event's id keeps a second delivery out for five minutes, and the questions of a thread wait for
 * each other while other threads go on.
 *
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html
 */
export function sendInput(QueueUrl: string, question: Question): SendMessageCommandInput {
  return {
    QueueUrl,
    MessageBody: JSON.stringify(question),
    MessageDeduplicationId: question.eventId,
    MessageGroupId: `${question.channel}:${question.thread}`,
  };
}
