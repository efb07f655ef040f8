import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a folder, and those above it, and sees that files can be written into it.
 * @throws Error with a sentence where they cannot
 */
export function makeOutputFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    rmSync(mkdtempSync(join(path, '.write-test-')), { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`Cannot write to ${path} (${code}): choose another folder with --output_dir.`, {
      cause: error,
    });
  }
}
