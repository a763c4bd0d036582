import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface QuestionQueueProps {
  readonly encryptionKey: IKey;
  /** How long the function that reads the queue may run. */
  readonly workerTimeout: Duration;
}

/** Deliveries before a question is put aside; their waits add up to about half an hour. */
const maxReceiveCount = 8;

/**
 * Questions on their way to the worker, in order within a thread, and those that were put aside. Both encrypted, both kept when the
 * stack is deleted: a question is personal data and somebody waits for its answer.
 *
 * Lambda wants the visibility to be six times what the function may run. About $0.50 per million questions.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
export class QuestionQueue extends Construct {
  readonly queue: Queue;
  /** Questions nobody could answer, for 14 days. */
  readonly putAside: Queue;

  constructor(scope: Construct, id: string, { encryptionKey, workerTimeout }: QuestionQueueProps) {
    super(scope, id);
    const encrypted = {
      fifo: true,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: encryptionKey,
      dataKeyReuse: Duration.hours(1),
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    this.putAside = new Queue(this, 'PutAside', { ...encrypted, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...encrypted,
      visibilityTimeout: Duration.seconds(6 * workerTimeout.toSeconds()),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.putAside, maxReceiveCount },
    });
  }
}
