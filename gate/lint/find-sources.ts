import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { LintSource } from './lint';
import { systemErrorCode } from './system-error';

/** A path that gave nothing to lint. */
export interface EmptyPath {
  readonly path: string;
  readonly reason: 'missing' | 'unreadable' | 'no-json';
}

/** Folders in which nobody keeps policies of their own. */
const foreignFolders = ['node_modules', '.git'];

/**
 * The texts of files, and of every `*.json` below folders, in the order of their paths, each once. Links inside folders
 * are not followed.
 *
 * @param paths files and folders, relative to the working directory
 */
export function findSources(paths: readonly string[]): { sources: LintSource[]; empty: EmptyPath[] } {
  const sources = new Map<string, LintSource>();
  const empty: EmptyPath[] = [];
  for (const path of paths) {
    const found = filesAt(path);
    if ('reason' in found) {
      empty.push(found);
      continue;
    }
    for (const file of found.files) {
      const absolute = resolve(file);
      const known = sources.get(absolute);
      const text = known === undefined ? readText(absolute) : known.text;
      if (text === undefined) empty.push({ path: shown(absolute), reason: 'unreadable' });
      else {
        const named = found.named || known?.named === true;
        sources.set(absolute, { file: shown(absolute), text, located: true, named });
      }
    }
  }
  return { sources: [...sources.values()], empty };
}

function filesAt(path: string): { files: string[]; named: boolean } | EmptyPath {
  try {
    if (!statSync(path).isDirectory()) return { files: [path], named: true };
    const files = jsonFilesBelow(path);
    return files.length === 0 ? { path, reason: 'no-json' } : { files, named: false };
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return { path, reason: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
  }
}

function jsonFilesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort(byName);
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return foreignFolders.includes(entry.name) ? [] : jsonFilesBelow(path);
    return entry.isFile() && entry.name.toLowerCase().endsWith('.json') ? [path] : [];
  });
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // The caller reports the path: that a file vanished or may not be read is for the user to know.
    if (systemErrorCode(error) === undefined) throw error;
    return undefined;
  }
}

/** Relative to the working directory, with slashes on every system. */
function shown(path: string): string {
  return relative('.', path).split(sep).join('/');
}
