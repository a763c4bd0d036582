import type { Text } from '../../policies/policy';
import { listOf } from './words';

/** A sentence with the words that vary, when several sentences differ in one word only: the name of a region, an action, a stack. */
interface Sentence {
  readonly words: readonly string[];
  /** Position of the word that varies. */
  readonly varies?: number;
  readonly variants: readonly string[];
}

const mostVariants = 6;

/**
 * Sentences in their order, each once; those that differ from one another in a single word become one sentence with all the words.
 * Words are what blanks separate: in Japanese text these are the names in Latin letters.
 */
export function joinAlike(sentences: readonly string[], language: keyof Text): readonly string[] {
  const joined: Sentence[] = [];
  for (const sentence of new Set(sentences)) {
    const words = sentence.split(' ');
    const index = joined.findIndex((other) => differenceOf(other, words) !== undefined);
    const alike = joined[index];
    if (alike === undefined) {
      joined.push({ words, variants: [] });
      continue;
    }
    const varies = differenceOf(alike, words) as number;
    const variants = alike.variants.length > 0 ? alike.variants : [alike.words[varies] as string];
    joined[index] = { words: alike.words, varies, variants: [...variants, words[varies] as string] };
  }
  return joined.map((sentence) => textOf(sentence, language));
}

/** Where the only difference is; undefined when there is more than one, or it is not where the others differ, or it is no name. */
function differenceOf({ words, varies }: Sentence, others: readonly string[]): number | undefined {
  if (words.length !== others.length || words.length < 2) return undefined;
  const different = words.flatMap((word, index) => (word === others[index] ? [] : [index]));
  const [position] = different;
  if (different.length !== 1 || position === undefined) return undefined;
  if (varies !== undefined && varies !== position) return undefined;
  return isName(words[position]) && isName(others[position]) ? position : undefined;
}

/** A region, an action, a profile, an alias: everyday words have no digit, colon, slash, dot, hyphen or inner capital. */
function isName(word: string | undefined): boolean {
  return word !== undefined && /^[\w:./-]+$/.test(word) && /[\d:/.]|\w-\w|[A-Za-z][A-Z]/.test(word);
}

function textOf({ words, varies, variants }: Sentence, language: keyof Text): string {
  if (varies === undefined) return words.join(' ');
  const shown = variants.slice(0, mostVariants).map((name) => `\`${name}\``);
  const list = variants.length > mostVariants ? [...shown, '…'] : shown;
  return words.map((word, index) => (index === varies ? listOf(list, language) : word)).join(' ');
}
