import { onPath } from './candidates';
import { findBrowser, type BrowserSearch } from './find';

/** What an installation asks of the machine. */
export interface Installation extends BrowserSearch {
  readonly isRoot: boolean;
  /** Whether someone can type a password. */
  readonly isInteractive: boolean;
  readonly exists: (path: string) => boolean;
  /** Whether the host that serves Playwright's Chromium answers within seconds. */
  readonly reachesDownloads: () => Promise<boolean>;
  /** Runs a command in sight of the user; whether it succeeded. */
  readonly run: (command: readonly string[]) => boolean;
}

/** Commands of the system's package managers, in order; the last one installs. */
const PACKAGE_MANAGERS: Readonly<Record<string, readonly string[]>> = {
  'apt-get': ['apt-get update -q', 'apt-get install -y -q --no-install-recommends chromium'],
  dnf: ['dnf install -y chromium'],
  pacman: ['pacman -Sy --noconfirm --needed chromium'],
  apk: ['apk add chromium'],
  brew: ['brew install --cask google-chrome'],
};

const PLAYWRIGHT = 'npx playwright install --no-shell chromium';

/** Finds a browser or installs one: its path, or undefined where neither succeeds. */
export async function ensureBrowser(machine: Installation): Promise<string | undefined> {
  const found = findBrowser(machine);
  if (found !== undefined) return found;
  if (await machine.reachesDownloads()) {
    machine.run([...PLAYWRIGHT.split(' '), ...(withLibraries(machine) ? ['--with-deps'] : [])]);
    const own = findBrowser(machine);
    if (own !== undefined) return own;
  }
  const manager = packageManager(machine);
  const prefix = manager && prefixOf(manager, machine);
  if (manager === undefined || prefix === undefined) return undefined;
  for (const command of PACKAGE_MANAGERS[manager]) machine.run([...prefix, ...command.split(' ')]);
  return findBrowser(machine);
}

/** One sentence for a person on a machine where no browser could be installed: what to type. */
export function whatToType(machine: Installation): string {
  const manager = packageManager(machine);
  const system = manager && PACKAGE_MANAGERS[manager].at(-1);
  const command = system
    ? [...(machine.isRoot || manager === 'brew' ? [] : ['sudo']), system].join(' ')
    : 'npx playwright install --with-deps chromium';
  return `No Chromium was found and none could be installed: type "${command}", then run this command again.`;
}

const has = (machine: Installation, program: string): boolean =>
  onPath(program, machine).some(machine.exists);

const packageManager = (machine: Installation): string | undefined =>
  Object.keys(PACKAGE_MANAGERS).find((name) => has(machine, name));

/** Playwright installs the system's libraries on Linux alone, as root or by sudo. */
const withLibraries = (machine: Installation): boolean =>
  machine.platform === 'linux' && (machine.isRoot || has(machine, 'sudo'));

/** What makes a package manager run with the rights it needs; undefined where nothing does. */
function prefixOf(manager: string, machine: Installation): string[] | undefined {
  if (machine.isRoot || manager === 'brew') return [];
  if (!has(machine, 'sudo')) return undefined;
  return machine.isInteractive ? ['sudo'] : ['sudo', '-n'];
}
