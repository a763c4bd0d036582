import { rmSync } from 'node:fs';

/** Removes what `makeTemporaryDirectory` made, and nothing else. */
export default function removeTemporaryDirectory(): void {
  const directory = process.env.ISHIZUE_TESTS_DIRECTORY;
  if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
}
