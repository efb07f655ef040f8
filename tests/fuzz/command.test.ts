import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { TARGETS } from './targets';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

test('`npm run fuzz` starts in Node, which loads some packages otherwise than a bundler, and prints a line for each kind', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', MAIN, '1', '1']);
  expect(stdout.match(/ 0 uncaught errors/g)).toHaveLength(TARGETS.length);
});
