/** A text in SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The right side of IN. */
export function list(texts: readonly string[]): string {
  if (texts.length === 0) throw new Error('IN needs at least one value');
  return `(${texts.map(literal).join(', ')})`;
}
