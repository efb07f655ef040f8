import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { reachesDownloads } from './downloads';
import { thisMachine } from './find';
import { ensureBrowser, whatToType, type Installation } from './install';

/** `npm run browser`: ends well where there is a browser or one could be installed, else says what to type. */

function run([program, ...args]: readonly string[]): boolean {
  console.log(`No Chromium found, running: ${[program, ...args].join(' ')}`);
  const options = { stdio: 'inherit', shell: process.platform === 'win32' } as const;
  return spawnSync(program, args, options).status === 0;
}

const machine: Installation = {
  ...thisMachine,
  isRoot: process.getuid?.() === 0,
  isInteractive: process.stdin.isTTY === true,
  exists: existsSync,
  reachesDownloads,
  run,
};

if ((await ensureBrowser(machine)) === undefined) {
  console.error(whatToType(machine));
  process.exitCode = 1;
}
