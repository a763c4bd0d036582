import type { Question } from '../functions/assistant/question';
import type { BatchResponse, QueueBatch } from '../functions/assistant/work-batch';

export interface MemoryQueueProps {
  /** The worker. */
  readonly work: (batch: QueueBatch) => Promise<BatchResponse>;
  /** What a second of waiting before a further delivery lasts, in milliseconds. @default 1000 */
  readonly secondLasts?: number;
  /** Batches at the same time. @default 2 */
  readonly concurrency?: number;
  /** Deliveries before a message is put aside. @default 8 */
  readonly maxReceiveCount?: number;
}

interface Message {
  readonly id: string;
  readonly group: string;
  readonly body: string;
  received: number;
  /** Whether it waits for its next delivery. */
  waiting: boolean;
  /** Seconds until the next delivery, when the worker has asked for them. */
  wait?: number;
}

const deduplicationMilliseconds = 5 * 60 * 1000;

/**
 * A FIFO queue in memory that behaves as SQS does here: an id is accepted once in five minutes, a group keeps its order and has one
 * message under way, what fails comes back, and what fails too often is put aside.
 */
export class MemoryQueue {
  /** Messages that were put aside. */
  readonly deadLetters: string[] = [];
  private readonly props: Required<MemoryQueueProps>;
  private readonly accepted = new Map<string, number>();
  private readonly messages: Message[] = [];
  private readonly busyGroups = new Set<string>();
  private closed = false;

  constructor(props: MemoryQueueProps) {
    this.props = { secondLasts: 1000, concurrency: 2, maxReceiveCount: 8, ...props };
  }

  async send(question: Question): Promise<void> {
    const { eventId, channel, thread } = question;
    const now = Date.now();
    if (now - (this.accepted.get(eventId) ?? 0) < deduplicationMilliseconds) return;
    this.accepted.set(eventId, now);
    const body = JSON.stringify(question);
    this.messages.push({ id: eventId, group: `${channel}:${thread}`, body, received: 0, waiting: false });
    this.pump();
  }

  async deliverLater(receiptHandle: string, seconds: number): Promise<void> {
    const message = this.messages.find(({ id }) => id === receiptHandle);
    if (message) message.wait = seconds;
  }

  /** Delivers nothing any more. */
  close(): void {
    this.closed = true;
  }

  private pump(): void {
    while (!this.closed && this.busyGroups.size < this.props.concurrency) {
      const blocked = new Set(this.busyGroups);
      const next = this.messages.find(({ group, waiting }) => {
        const isNext = !blocked.has(group) && !waiting;
        blocked.add(group);
        return isNext;
      });
      if (!next) return;
      void this.deliver(next);
    }
  }

  private async deliver(message: Message): Promise<void> {
    const { id, group, body } = message;
    this.busyGroups.add(group);
    message.received++;
    const attributes = { ApproximateReceiveCount: String(message.received), MessageGroupId: group };
    const { batchItemFailures } = await this.props.work({
      Records: [{ messageId: id, receiptHandle: id, body, attributes }],
    });
    this.busyGroups.delete(group);
    if (batchItemFailures.length === 0) this.remove(message);
    else if (message.received >= this.props.maxReceiveCount) {
      this.deadLetters.push(id);
      this.remove(message);
    } else {
      message.waiting = true;
      const again = () => {
        message.waiting = false;
        this.pump();
      };
      setTimeout(again, (message.wait ?? 60) * this.props.secondLasts).unref();
    }
    this.pump();
  }

  private remove(message: Message): void {
    this.messages.splice(this.messages.indexOf(message), 1);
  }
}
