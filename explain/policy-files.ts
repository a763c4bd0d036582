import { readFileSync } from 'node:fs';
import type { NamedDocument } from '../evaluator/chain-input';

/** Reads policies of the caller, and remembers every file that cannot be used. */
export class PolicyFiles {
  readonly mistakes: string[] = [];

  /** The document of a file; undefined, and a mistake, where there is none. */
  read(option: string, file: string): NamedDocument | undefined {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      // Whatever Node.js could not do has a code; an error without one is a bug of ours.
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      this.mistakes.push(`${option} ${file}: cannot be read (${code}). Name a JSON file that holds one policy`);
      return undefined;
    }
    try {
      return { name: file, document: JSON.parse(text) };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.mistakes.push(`${option} ${file}: not JSON (${error.message}). \`ishizue policies lint\` shows the place`);
      return undefined;
    }
  }

  readAll(option: string, files: readonly string[]): readonly NamedDocument[] {
    return files.flatMap((file) => this.read(option, file) ?? []);
  }

  /** `name=file` for each; the name is that of a managed policy. */
  readNamed(option: string, pairs: readonly string[] = []): ReadonlyMap<string, unknown> {
    const documents = new Map<string, unknown>();
    for (const pair of pairs) {
      const [, name, file] = /^([\w+=,.@-]+?)=(.+)$/s.exec(pair) ?? [];
      if (name === undefined || file === undefined) {
        this.mistakes.push(`${option} ${pair}: not a pair. Write name=file, such as SecurityAudit=security-audit.json`);
        continue;
      }
      const read = this.read(option, file);
      if (read !== undefined) documents.set(name, read.document);
    }
    return documents;
  }
}
