/** Something that takes room in a document, and the theme it belongs to. */
export interface Item {
  readonly id: string;
  readonly theme: string;
  readonly characters: number;
}

/**
 * Packs items into documents, theme by theme, so that a theme has a document of its own as long as it fits into one, and joins
 * documents that fit together. Both are first-fit in the order of the items.
 *
 * A change of one item therefore stays in the document of its theme, until it crosses a capacity.
 */
export function packByTheme(items: readonly Item[], capacity: number): readonly (readonly Item[])[] {
  const themes = [...new Set(items.map(({ theme }) => theme))];
  const documents = themes.flatMap((theme) =>
    firstFit(
      items.filter((item) => item.theme === theme).map((item) => [item]),
      capacity,
    ),
  );
  return firstFit(documents, capacity);
}

/** Packs items into few documents, the longest first, without regard to themes. */
export function packTightly(items: readonly Item[], capacity: number): readonly (readonly Item[])[] {
  const longestFirst = items.toSorted((one, other) => other.characters - one.characters);
  return firstFit(
    longestFirst.map((item) => [item]),
    capacity,
  );
}

/** Each group goes into the first document it fits into, or into a new one; a group that fits nowhere has one to itself. */
function firstFit(groups: readonly (readonly Item[])[], capacity: number): readonly (readonly Item[])[] {
  const documents: Item[][] = [];
  for (const group of groups) {
    const room = documents.find((document) => lengthOf([...document, ...group]) <= capacity);
    if (room) room.push(...group);
    else documents.push([...group]);
  }
  return documents;
}

/** Length of the document that holds the items; each item counts with the comma that separates it. */
function lengthOf(items: readonly Item[]): number {
  return envelope + items.reduce((sum, { characters }) => sum + characters, 0) - 1;
}

const envelope = '{"Version":"2012-10-17","Statement":[]}'.length;
