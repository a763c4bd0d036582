import { ANY_CHARACTER, ANY_TEXT, type Token } from './token';

/** How to read a text of a policy: which characters have a meaning depends on where the text stands. */
export interface Reading {
  /** `*` and `?` are wildcards. */
  readonly wildcards: boolean;
  /** `${…}` are policy variables; only with `"Version": "2012-10-17"`. */
  readonly variables: boolean;
}

/** What is wrong with a variable, in the words of a problem. */
export interface TokenizeProblem {
  readonly message: string;
  readonly remedy: string;
}

const VARIABLE = /^([^\s,']+:[^\s,']+)(?:,\s*'([^']*)')?$/;

/**
 * Splits a text into literals, wildcards and policy variables; `${*}`, `${?}` and `${$}` become literal characters.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function tokenize(text: string, reading: Reading): { tokens: Token[]; problems: TokenizeProblem[] } {
  const tokens: Token[] = [];
  const problems: TokenizeProblem[] = [];
  let literal = '';
  const flush = (): void => {
    if (literal !== '') tokens.push(literal);
    literal = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (reading.wildcards && (character === '*' || character === '?')) {
      flush();
      if (character === '?') tokens.push(ANY_CHARACTER);
      else if (tokens.at(-1) !== ANY_TEXT) tokens.push(ANY_TEXT);
      continue;
    }
    if (!reading.variables || character !== '$' || text.charAt(at + 1) !== '{') {
      literal += character;
      continue;
    }
    const end = text.indexOf('}', at);
    if (end === -1) {
      problems.push({ message: 'A policy variable is not closed.', remedy: 'Close it with }.' });
      break;
    }
    const name = text.slice(at + 2, end);
    at = end;
    if (name === '*' || name === '?' || name === '$') {
      literal += name;
      continue;
    }
    const match = VARIABLE.exec(name);
    if (match === null) {
      const remedy = `Write \${service:key} or \${service:key, 'default'}, without other spaces.`;
      problems.push({ message: `\${${name}} is no policy variable.`, remedy });
      continue;
    }
    flush();
    tokens.push({ key: (match[1] ?? '').toLowerCase(), fallback: match[2] });
  }
  flush();
  return { tokens, problems };
}
