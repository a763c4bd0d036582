/** Columns a terminal line may use. */
export const lineWidth = 80;

/** Columns a text takes in a terminal: East Asian characters and emoji take two, marks on the character before them none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x300) columns += 1;
    else if (!mark.test(character)) columns += isWide(code) ? 2 : 1;
  }
  return columns;
}

/** Combining marks, such as a dakuten that stands alone, selectors of a variant, and joiners. */
const mark = /[\p{Mn}\p{Me}\u200b-\u200d]/u;

/** https://www.unicode.org/reports/tr11/ for the blocks that occur in Japanese text. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/**
 * Breaks a text into lines of at most `width` columns: after a blank where there is one, in a path or an id after its punctuation,
 * in Japanese between any two characters.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<= )|(?<=[、。（）])/)) {
    if (columnsOf(line) + columnsOf(word.trimEnd()) > width && line !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    let rest = word;
    while (columnsOf(rest.trimEnd()) > width) {
      const piece = fitting(rest, width);
      lines.push(piece);
      rest = rest.slice(piece.length);
    }
    line += rest;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** The longest start of a word that fits, up to its last punctuation if that leaves a useful piece. */
function fitting(word: string, width: number): string {
  let end = 0;
  let columns = 0;
  for (const character of word) {
    columns += columnsOf(character);
    if (columns > width) break;
    end += character.length;
  }
  const piece = word.slice(0, end);
  const [tidy = ''] = /^.*[/:.\-_\]]/s.exec(piece) ?? [];
  return tidy.length > end / 2 ? tidy : piece;
}
