import type { Control } from './control';

const headings = {
  en: { promise: 'What holds', where: 'Where it is made so' },
  ja: { promise: '成り立つこと', where: '実現している場所' },
} as const;

/** The table of the README: one row a control, with a link to the file to start reading. */
export function controlTable(controls: readonly Control[], language: 'en' | 'ja'): string {
  const { promise, where } = headings[language];
  const row = (control: Control) =>
    `| ${control.id} | ${control.promise[language]} | ${control.implementedBy.slice(0, 1).map((file) => `[\`${file}\`](${file})`)} |`;
  return [`| | ${promise} | ${where} |`, '|---|---|---|', ...controls.map(row)].join('\n');
}
