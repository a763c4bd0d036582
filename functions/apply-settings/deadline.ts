/** The function has too little time left to go on, and just enough to answer. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

/** Milliseconds before Lambda's timeout in which nothing new is begun. */
const reserve = 60_000;

/** Milliseconds before Lambda's timeout at which even a call that hangs is left behind. */
const lastMoment = 30_000;

/** The end of an invocation. Everything that takes time goes through it. */
export interface Deadline {
  /** Throws when nothing new should be begun. */
  readonly check: () => void;
  /** Waits, or throws at once when the time left does not allow it. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Settles as the work does, or throws at the last moment. */
  readonly bound: <Result>(work: Promise<Result>) => Promise<Result>;
}

/**
 * @param remaining - milliseconds until Lambda's timeout
 * @param sleep - how to wait
 */
export function deadline(remaining: () => number, sleep: (milliseconds: number) => Promise<void>): Deadline {
  const check = (needed = 0) => {
    if (remaining() - needed < reserve) throw new OutOfTime('the time of the function is up');
  };
  return {
    check: () => check(),
    async wait(milliseconds) {
      check(milliseconds);
      await sleep(milliseconds);
    },
    async bound(work) {
      let timer: NodeJS.Timeout | undefined;
      const end = new Promise<never>((_resolve, reject) => {
        const left = Math.max(0, remaining() - lastMoment);
        timer = setTimeout(() => reject(new OutOfTime('a call did not come back in time')), left);
      });
      try {
        return await Promise.race([work, end]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
