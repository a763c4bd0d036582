import type { Text } from '../policies/policy';
import { type Answer, type State, states } from './answer';

export interface AnsweredQuestion {
  readonly id: string;
  readonly title: Text;
  readonly answers: readonly Answer[];
}

/** Everything that was found. */
export interface Diagnosis {
  readonly organization: { readonly name: string; readonly id: string };
  readonly questions: readonly AnsweredQuestion[];
}

/** How many answers there are of each state. */
export function countsOf({ questions }: Diagnosis): Readonly<Record<State, number>> {
  const all = questions.flatMap(({ answers }) => answers);
  return Object.fromEntries(
    states.map((state) => [state, all.filter((answer) => answer.state === state).length]),
  ) as Record<State, number>;
}

/** 0 nothing blocks · 1 something blocks · 2 nothing that is known blocks, but something is not known. */
export function exitCodeOf(diagnosis: Diagnosis): 0 | 1 | 2 {
  const { blocker, unknown } = countsOf(diagnosis);
  if (blocker > 0) return 1;
  return unknown > 0 ? 2 : 0;
}
