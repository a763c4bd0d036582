import type { Text } from '../../policies/policy';
import type { Terminal } from '../../terminal/terminal';

/** What the gate does, in this order. */
export const phases = {
  loading: { en: 'Loading the organization and its waivers', ja: '組織の設定と免除を読み込み中' },
  building: { en: 'Building every stack of every account', ja: '全アカウントのスタックを構築中' },
  judging: { en: 'Judging every resource', ja: '全リソースを判定中' },
  reporting: { en: 'Writing the reports', ja: 'レポートを書き出し中' },
} as const satisfies Record<string, Text>;

export type Phase = keyof typeof phases;

/** One line per phase, with how long it took; in a terminal the line of the current phase is rewritten when it is done. */
export class Progress {
  private current?: { readonly phase: Phase; readonly since: number };

  constructor(
    private readonly terminal: Terminal,
    private readonly language: keyof Text,
  ) {}

  start(phase: Phase): void {
    this.finish();
    this.current = { phase, since: this.terminal.clock() };
    if (this.terminal.rewritesLines) this.terminal.writeError(`  ${phases[phase][this.language]} …`);
  }

  finish(): void {
    if (!this.current) return;
    const { phase, since } = this.current;
    const seconds = ((this.terminal.clock() - since) / 1000).toFixed(1);
    const line = `  ${phases[phase][this.language]}  ${seconds} s\n`;
    // Return to the start of the line and clear it.
    this.terminal.writeError(this.terminal.rewritesLines ? `\r\u001b[2K${line}` : line);
    this.current = undefined;
  }
}
