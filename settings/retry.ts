import type { Pacing } from './clients';

/** Milliseconds between attempts: doubling, at most 30 s, about two minutes in all. No jitter: one setting runs at a time. */
const pauses = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000];

const throttledOrBusy = [
  'ConcurrentModificationException',
  'PolicyChangesInProgressException',
  'RequestLimitExceeded',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
];

/** Whether an error of an AWS client has one of these names. */
export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

/**
 * Repeats a call while AWS says "not now", with growing pauses; any other error, and the last "not now", is thrown as it is.
 *
 * Throttling, and changes of the same target in progress, always mean "not now".
 *
 * @param alsoPasses - further errors of this call that go away by themselves. @default none
 */
export async function retried<Answer>(
  clients: Pacing,
  call: () => Promise<Answer>,
  alsoPasses: (error: unknown) => boolean = () => false,
): Promise<Answer> {
  for (const pause of pauses) {
    clients.beforeCall?.();
    try {
      return await call();
    } catch (error) {
      if (!isNamed(error, ...throttledOrBusy) && !alsoPasses(error)) throw error;
      await clients.wait(pause);
    }
  }
  clients.beforeCall?.();
  return call();
}

/** Asks until the state is reached, with growing pauses. Returns the last state: the caller says what a late one means. */
export async function polled<State>(
  clients: Pacing,
  ask: () => Promise<State>,
  isReached: (state: State) => boolean,
): Promise<State> {
  let state = await ask();
  for (const pause of pauses) {
    if (isReached(state)) break;
    await clients.wait(pause);
    state = await ask();
  }
  return state;
}
