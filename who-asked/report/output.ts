import type { Text } from '../../policies/policy';
import type { Terminal } from '../../terminal/terminal';
import type { Progress } from './progress';

/** Characters that are kept before they are written: a line at a time, a hundred thousand lines take seconds longer. */
const kept = 65_536;

/** Writes the answer and what is said about its progress, so that neither gets into the other's line. */
export class Output {
  private text = '';

  constructor(
    private readonly terminal: Pick<Terminal, 'writeOut'>,
    private readonly progress: Progress,
  ) {}

  write(text: string): void {
    this.text += text;
    if (this.text.length > kept) this.flush();
  }

  /** Says how far it is, below what was found until now. */
  tell(text: Text): void {
    this.flush();
    this.progress.tell(text);
  }

  finish(): void {
    this.flush();
    this.progress.clear();
  }

  private flush(): void {
    if (this.text === '') return;
    this.progress.clear();
    this.terminal.writeOut(this.text);
    this.text = '';
  }
}
