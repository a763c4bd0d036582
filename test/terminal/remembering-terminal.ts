import type { Terminal } from '../../terminal/terminal';

/** A terminal that remembers what was written. */
export function rememberingTerminal(more: Partial<Pick<Terminal, 'colors' | 'rewritesLines'>> = {}) {
  const written = { out: '', error: '' };
  let now = 0;
  const terminal: Terminal = {
    writeOut: (text) => {
      written.out += text;
    },
    writeError: (text) => {
      written.error += text;
    },
    colors: false,
    rewritesLines: false,
    clock: () => {
      now += 500;
      return now;
    },
    ...more,
  };
  return { terminal, written };
}
