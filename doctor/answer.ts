import type { Text } from '../policies/policy';

/** What an answer means for a deployment, the most urgent first. */
export const states = ['blocker', 'unknown', 'warning', 'adopt', 'create', 'skip', 'ok'] as const;

export type State = (typeof states)[number];

interface Found {
  readonly found: Text;
  /** What it is about, where a question is asked of several: an account, a region, a unit. */
  readonly places?: readonly string[];
}

/** Nothing has to be done: it is sound, or the deployment takes it over, makes it, or leaves it alone. */
interface Settled extends Found {
  readonly state: 'adopt' | 'create' | 'skip' | 'ok';
  readonly advice?: Text;
}

/**
 * Somebody has to act or to decide.
 *
 * - `blocker`: a deployment would fail, or something the baseline promises would not hold.
 * - `warning`: a deployment works, but costs or does something one may not expect.
 * - `unknown`: AWS did not answer. Never counted as sound.
 */
interface Open extends Found {
  readonly state: 'blocker' | 'warning' | 'unknown';
  readonly advice: Text;
  /** The IAM action that is missing, such as `organizations:ListRoots`. */
  readonly action?: string;
  /** What AWS said, of the first of the places. */
  readonly reason?: string;
}

export type Answer = Settled | Open;

/** Answers that say the same of several places become one. */
export function merged(answers: readonly Answer[]): readonly Answer[] {
  const groups = new Map<string, Answer>();
  for (const answer of answers) {
    const key = JSON.stringify([answer.state, answer.found.en, answer.advice?.en]);
    const same = groups.get(key);
    const places = [...new Set([...(same?.places ?? []), ...(answer.places ?? [])])];
    groups.set(key, { ...(same ?? answer), ...(places.length > 0 ? { places } : {}) });
  }
  return [...groups.values()];
}
