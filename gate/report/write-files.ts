import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const unfinished = '.unfinished';

/**
 * Writes files into a directory so that no reader ever sees half of one: everything is written under other names first, and renamed
 * when the last byte of the last file is there. CSV files of packs that no longer exist are removed.
 */
export function writeFiles(directory: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(directory, { recursive: true });
  const names = Object.keys(files);
  try {
    for (const name of names) writeFileSync(join(directory, name + unfinished), files[name] ?? '');
  } catch (error) {
    for (const name of names) rmSync(join(directory, name + unfinished), { force: true });
    throw error;
  }
  for (const name of names) renameSync(join(directory, name + unfinished), join(directory, name));
  for (const name of readdirSync(directory)) {
    if (/^nag-.+\.csv$/.test(name) && !(name in files)) rmSync(join(directory, name));
  }
}
