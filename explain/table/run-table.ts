import { loadOrganization } from '../../config/load-organization';
import { ConfigurationError } from '../../config/mistakes';
import type { Organization } from '../../config/resolve-organization';
import { CompositionError } from '../../policies/composition-error';
import type { Terminal } from '../../terminal/terminal';
import { policyTable } from './policy-table';
import { tableMarkdown } from './table-markdown';
import { tableText } from './table-text';

/** The options of `ishizue policies table`, unchecked. */
export interface TableOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly config: string;
  readonly lang: string;
}

/** Prints the table and answers the exit code: 0, or 64 with every mistake. */
export function runTable(
  { json = false, markdown = false, config, lang }: TableOptions,
  terminal: Pick<Terminal, 'writeOut' | 'writeError' | 'colors'>,
  load: (file: string) => Organization = loadOrganization,
): number {
  const language = lang === 'en' || lang === 'ja' ? lang : undefined;
  const mistakes = [
    ...(language === undefined ? [`--lang ${lang}: no such language. Use en or ja`] : []),
    ...(json && markdown ? ['--json and --markdown exclude each other. Use one of them'] : []),
  ];
  if (mistakes.length > 0 || language === undefined) {
    terminal.writeError(`${mistakes.map((mistake) => `error: ${mistake}`).join('\n')}\n`);
    return 64;
  }
  try {
    const table = policyTable(load(config));
    if (json) terminal.writeOut(`${JSON.stringify(table, undefined, 2)}\n`);
    else if (markdown) terminal.writeOut(`${tableMarkdown(table, language)}\n`);
    else terminal.writeOut(tableText(table, language, terminal.colors));
    return 0;
  } catch (error) {
    if (error instanceof ConfigurationError) terminal.writeError(`${error.message}\n`);
    else if (error instanceof CompositionError) terminal.writeError(`${config}: ${error.message}\n`);
    else throw error;
    return 64;
  }
}
