import type { Text } from '../../../policies/policy';
import type { Expected, JsonFault } from '../json-reader';
import type { JsonRule } from '../rule';

const expectations: Readonly<Record<Expected, Text>> = {
  value: { en: 'A value is missing here', ja: 'ここには値が必要です' },
  name: { en: 'A name in double quotes or } is missing here', ja: 'ここには二重引用符で囲んだ名前か } が必要です' },
  colon: { en: 'A colon is missing after the name', ja: '名前の後にコロンが必要です' },
  'comma-or-brace': { en: 'A comma or } is missing here', ja: 'ここにはカンマか } が必要です' },
  'comma-or-bracket': { en: 'A comma or ] is missing here', ja: 'ここにはカンマか ] が必要です' },
  'nothing-more': { en: 'The document ended before this', ja: '文書はこの手前で終わっています' },
  'end-of-text': { en: 'A text is not closed', ja: '文字列が閉じられていません' },
  escape: { en: 'This is no escape sequence of JSON', ja: 'JSON にないエスケープシーケンスです' },
  'no-control-character': {
    en: 'A line break or control character stands inside a text',
    ja: '文字列の中に改行または制御文字があります',
  },
  'double-quotes': { en: 'JSON takes double quotes only', ja: 'JSON では二重引用符しか使えません' },
  'less-depth': { en: 'The nesting is deeper than 64 levels', ja: '入れ子が 64 段を超えています' },
};

const text = {
  syntax: ({ expected = 'value', got }: JsonFault): Text => {
    const { en, ja } = expectations[expected];
    return got === ''
      ? { en: `${en}; the file ends.`, ja: `${ja}（ファイルの末尾）。` }
      : { en: `${en}, got ${JSON.stringify(got)}.`, ja: `${ja}（実際: ${JSON.stringify(got)}）。` };
  },
  trailingComma: {
    en: 'A comma stands before the closing bracket.',
    ja: '閉じ括弧の直前に余分なカンマがあります。',
  },
  byteOrderMark: {
    en: 'The file begins with a byte order mark.',
    ja: 'ファイルの先頭にバイトオーダーマーク（BOM）があります。',
  },
  why: {
    en: 'AWS refuses a policy that is not valid JSON, and nothing of it takes effect.',
    ja: '正しい JSON でないポリシーは AWS に拒否され、内容は一切有効になりません。',
  },
  fix: { en: 'Correct the place named here.', ja: 'ここに示した箇所を修正してください。' },
  remove: { en: 'Remove it.', ja: '削除してください。' },
};

/** A policy is JSON. https://www.rfc-editor.org/rfc/rfc8259 */
export const invalidJson: JsonRule = {
  id: 'invalid-json',
  title: { en: 'A policy is valid JSON', ja: 'ポリシーは正しい JSON である' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  judge(fault) {
    const { why, fix, remove } = text;
    if (fault.kind === 'syntax') return { at: fault, what: text.syntax(fault), why, fix };
    if (fault.kind === 'trailing-comma') return { at: fault, what: text.trailingComma, why, fix: remove };
    if (fault.kind === 'byte-order-mark') return { at: fault, what: text.byteOrderMark, why, fix: remove };
    return undefined;
  },
};
