import { answerQuestion } from '../../../functions/assistant/answer-question';
import type { Question } from '../../../functions/assistant/question';
import type { SlackApi } from '../../../functions/assistant/slack';
import { TryLater, type WorkerDependencies } from '../../../functions/assistant/worker';
import { fakeWorker } from './fake-worker';

/** Numbers between 0 and 1 that look random and are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Each question three times: the first two anywhere, the third right behind the second, so that both are under way together. */
function outOfOrder(questions: readonly Question[], random: () => number): Question[] {
  const placed = questions.flatMap((question) => {
    const second = random();
    return [random(), second, second].map((place) => ({ question, place }));
  });
  return placed.sort((a, b) => a.place - b.place).map(({ question }) => question);
}

export interface Crash {
  readonly eventId: string;
  /** The port it happened at, with the state that was written there, and on which side of the call. */
  readonly at: string;
}

export interface Simulation {
  readonly seed: number;
  /** Chance of the end of the process before each call of a port, and again after it. */
  readonly crashes: number;
  /** How the worker reaches Slack. @default itself */
  readonly reach?: (slack: SlackApi) => SlackApi;
}

/** How many deliveries are under way at the same time. */
const atOnce = 16;

/**
 * Delivers every question three times, out of order and several at once, to workers that end without a word before or after any call
 * of anything outside them, and delivers again what is not done. A crash is a call that never returns: no `catch` and no `finally`
 * of the worker runs, as when Lambda stops a process.
 */
export async function simulate(
  questions: readonly Question[],
  { seed, crashes, reach = (slack) => slack }: Simulation,
) {
  const world = fakeWorker();
  const random = randomFrom(seed);
  const crashed: Crash[] = [];

  const deliver = async (question: Question): Promise<number | undefined> => {
    let end = () => {};
    const ended = new Promise<number>((resolve) => {
      end = () => resolve(140);
    });
    const risky =
      <Arguments extends unknown[], Result>(
        port: (...given: Arguments) => Promise<Result>,
        name: (first: NoInfer<Arguments[0]>) => string,
      ) =>
      async (...given: Arguments): Promise<Result> => {
        const mayEnd = async (side: string) => {
          if (random() >= crashes) return;
          crashed.push({ eventId: question.eventId, at: `${side} ${name(given[0])}` });
          end();
          await new Promise(() => {});
        };
        // Some calls take longer than everything another worker does in the meantime.
        for (let turns = random() < 0.1 ? 30 : 0; turns > 0; turns--) await undefined;
        await mayEnd('before');
        const result = await port(...given);
        await mayEnd('after');
        return result;
      };
    const { dependencies } = world;
    const { claims } = dependencies;
    const slack = reach(dependencies.slack);
    const mortal: WorkerDependencies = {
      ...dependencies,
      claims: {
        read: risky(claims.read.bind(claims), () => 'read'),
        write: risky(claims.write.bind(claims), ({ state }) => `write ${state}`),
      },
      slack: { post: risky(slack.post, () => 'post'), hasReply: risky(slack.hasReply, () => 'look') },
      converse: risky(dependencies.converse, () => 'converse'),
      writeAuditRecord: risky(dependencies.writeAuditRecord, () => 'audit'),
    };
    const work = answerQuestion(question, 'lambda-1', mortal).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof TryLater) return error.seconds;
        throw error;
      },
    );
    return Promise.race([work, ended]);
  };

  let waiting = outOfOrder(questions, random).map((question) => ({ question, due: world.now }));
  let deliveries = 0;
  while (waiting.length > 0) {
    const due = waiting.filter((delivery) => delivery.due <= world.now).slice(0, atOnce);
    if (due.length === 0) {
      world.now = Math.min(...waiting.map((delivery) => delivery.due));
      continue;
    }
    waiting = waiting.filter((delivery) => !due.includes(delivery));
    const waits = await Promise.all(due.map(({ question }) => deliver(question)));
    deliveries += due.length;
    for (const [index, seconds] of waits.entries()) {
      const { question } = due[index] as { question: Question };
      if (seconds !== undefined) waiting.push({ question, due: world.now + seconds * 1000 });
    }
    world.now += 100;
  }
  return { world, crashed, deliveries };
}
