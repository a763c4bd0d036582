import type { Text } from '../../policies/policy';
import type { Terminal } from '../../terminal/terminal';

/** Milliseconds between two lines where a line cannot be rewritten: a log has no use for hundreds. */
const betweenLines = 10_000;

/** Says on the standard error how far back the answer reaches. */
export class Progress {
  private shown = false;
  private last: number | undefined;

  constructor(
    private readonly terminal: Pick<Terminal, 'writeError' | 'rewritesLines' | 'clock'>,
    private readonly language: keyof Text,
  ) {}

  tell(text: Text): void {
    const line = `  ${text[this.language]}`;
    if (this.terminal.rewritesLines) {
      this.terminal.writeError(`\r\u001b[2K${line} …`);
      this.shown = true;
      return;
    }
    const now = this.terminal.clock();
    if (this.last !== undefined && now - this.last < betweenLines) return;
    this.last = now;
    this.terminal.writeError(`${line}\n`);
  }

  /** Takes the line away, before a line of the answer takes its place. */
  clear(): void {
    if (this.shown) this.terminal.writeError('\r\u001b[2K');
    this.shown = false;
  }
}
