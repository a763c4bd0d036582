import type { Text } from '../../policies/policy';
import type { State } from '../answer';

export const stateWords: Readonly<Record<State, Text>> = {
  blocker: { en: 'blocker', ja: '要対応' },
  unknown: { en: 'unknown', ja: '不明' },
  warning: { en: 'warning', ja: '注意' },
  adopt: { en: 'adopt', ja: '引き継ぎ' },
  create: { en: 'create', ja: '新規' },
  skip: { en: 'skip', ja: '対象外' },
  ok: { en: 'ok', ja: '良好' },
};

export const verdictWords: Readonly<Record<0 | 1 | 2, Text>> = {
  0: { en: 'Nothing blocks', ja: 'デプロイを妨げるものはありません' },
  1: { en: 'Something blocks', ja: 'デプロイの前に対応が必要です' },
  2: { en: 'Not everything could be found out', ja: '確認できないことがあります' },
};

/** Heads of the table. */
export const heads = {
  question: { en: 'WHAT', ja: '項目' },
  state: { en: 'STATE', ja: '状態' },
  found: { en: 'FOUND', ja: '結果' },
} as const satisfies Record<string, Text>;

export const toDo: Text = { en: 'What to do', ja: '対応' };
