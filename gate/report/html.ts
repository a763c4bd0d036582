import type { Text } from '../../policies/policy';

/** Markup that was made here. Everything else is text and is escaped. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = Html | string | number | undefined | readonly Part[];

/** Markup with every interpolated string escaped: names of resources and messages come from elsewhere. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((markup, string, index) => markup + rendered(parts[index - 1]) + string));
}

function rendered(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(rendered).join('');
  return escapeHtml(String(part));
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A text in both languages; the page shows the one that is chosen. */
export function bilingual({ en, ja }: Text): Html {
  return en === ja ? html`${en}` : html`<span lang="en">${en}</span><span lang="ja">${ja}</span>`;
}
