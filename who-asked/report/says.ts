import type { Text } from '../../policies/policy';

const number = (count: number) => count.toLocaleString('en');

/** What the table says. */
export const says = {
  columns: [
    { en: 'When', ja: '日時' },
    { en: 'Who', ja: '質問者' },
    { en: 'Channel', ja: 'チャンネル' },
    { en: 'Outcome', ja: '結果' },
    { en: 'In', ja: '入力' },
    { en: 'Out', ja: '出力' },
  ],
  nobody: { en: 'Nobody asked.', ja: '質問はありませんでした。' },
  notLogged: { en: '(not in the invocation log)', ja: '（呼び出しログにありません）' },
  models: { en: 'Models:', ja: 'モデル:' },
  unattributed: { en: 'Use nobody signed for', ja: '質問者の記録がない利用' },
  none: { en: 'None: every call says who asked.', ja: 'なし。すべての呼び出しに質問者の記録があります。' },
  notKnown: { en: 'Unknown.', ja: '不明です。' },
  unknown: { en: 'What is not known, and why', ja: '確認できなかったことと理由' },
  events: (count: number): Text => ({ en: `${number(count)} questions:`, ja: `質問 ${number(count)} 件:` }),
  tokens: (input: number, output: number): Text => ({
    en: `Tokens: ${number(input)} in, ${number(output)} out`,
    ja: `トークン: 入力 ${number(input)}、出力 ${number(output)}`,
  }),
} as const satisfies Record<string, Text | readonly Text[] | ((...numbers: number[]) => Text)>;
