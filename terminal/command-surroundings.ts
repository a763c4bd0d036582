import type { Terminal } from './terminal';

/** What a command needs of the process it runs in. Commands read no environment themselves. */
export interface CommandSurroundings {
  readonly terminal: Terminal;
  /** Name and version of this project. */
  readonly tool: string;
  readonly version: string;
  /** The configuration that is read unless `--config` names another. */
  readonly configurationFile: string;
  /** The language that is spoken unless `--lang` names another. */
  readonly language: 'en' | 'ja';
  /** The region the process was given. @default none */
  readonly region?: string;
  readonly setExitCode: (code: number) => void;
}
