import type { Text } from '../../policies/policy';
import type { Terminal } from '../../terminal/terminal';

/** Says on the standard error which question is being asked: one line that is rewritten in a terminal, else a line for each. */
export class Progress {
  private asked = 0;

  constructor(
    private readonly terminal: Pick<Terminal, 'writeError' | 'rewritesLines'>,
    private readonly language: keyof Text,
    private readonly all: number,
  ) {}

  ask(title: Text): void {
    this.asked += 1;
    const line = `  [${this.asked}/${this.all}] ${title[this.language]}`;
    // Return to the start of the line and clear it.
    this.terminal.writeError(this.terminal.rewritesLines ? `\r\u001b[2K${line} …` : `${line}\n`);
  }

  finish(): void {
    if (this.terminal.rewritesLines && this.asked > 0) this.terminal.writeError('\r\u001b[2K');
  }
}
