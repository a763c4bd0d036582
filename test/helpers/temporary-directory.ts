import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everything a test run leaves behind, cloud assemblies too, goes into one directory, which goes away with the run. */
export default function makeTemporaryDirectory(): void {
  process.env.ISHIZUE_TESTS_DIRECTORY = mkdtempSync(join(tmpdir(), 'ishizue-tests-'));
  process.env.TMPDIR = process.env.ISHIZUE_TESTS_DIRECTORY;
}
