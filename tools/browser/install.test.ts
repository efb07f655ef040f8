import { expect, test } from 'vitest';
import { ensureBrowser, whatToType, type Installation } from './install';

const OWN = '/cache/playwright/chrome';
const SYSTEM = '/usr/bin/chromium';

interface Situation {
  readonly programs?: readonly string[];
  readonly isRoot?: boolean;
  readonly isInteractive?: boolean;
  readonly online?: boolean;
  /** The browser that a command leaves behind: a part of the command → its path. */
  readonly brings?: Readonly<Record<string, string>>;
  readonly browsers?: readonly string[];
}

/** A Linux machine that notes the commands run on it. */
function machineOf(situation: Situation) {
  const { programs = [], isRoot = true, isInteractive = false, online = true, brings = {} } = situation;
  const browsers = [...(situation.browsers ?? [])];
  const commands: string[] = [];
  let probes = 0;
  const machine: Installation = {
    platform: 'linux',
    env: { PATH: '/usr/bin' },
    own: OWN,
    starts: (path) => browsers.includes(path),
    isRoot,
    isInteractive,
    exists: (path) => programs.some((program) => path === `/usr/bin/${program}`),
    reachesDownloads: async () => {
      probes++;
      return online;
    },
    run(command) {
      commands.push(command.join(' '));
      const part = Object.keys(brings).find((one) => commands.at(-1)!.includes(one));
      if (part !== undefined) browsers.push(brings[part]);
      return part !== undefined;
    },
  };
  return { machine, commands, probes: () => probes };
}

test('where there is a browser, nothing is run and no host is asked', async () => {
  const { machine, commands, probes } = machineOf({ browsers: [SYSTEM], programs: ['apt-get'] });
  expect(await ensureBrowser(machine)).toBe(SYSTEM);
  expect([commands, probes()]).toEqual([[], 0]);
});

test('where downloads are reached, Playwright installs its own with the libraries it needs', async () => {
  const { machine, commands } = machineOf({ programs: ['apt-get'], brings: { playwright: OWN } });
  expect(await ensureBrowser(machine)).toBe(OWN);
  expect(commands).toEqual(['npx playwright install --no-shell chromium --with-deps']);
});

test('a user who cannot become root gets the download alone', async () => {
  const { machine, commands } = machineOf({ isRoot: false, brings: { playwright: OWN } });
  expect(await ensureBrowser(machine)).toBe(OWN);
  expect(commands).toEqual(['npx playwright install --no-shell chromium']);
});

test('where downloads are not reached, the package manager is asked at once', async () => {
  const { machine, commands } = machineOf({
    online: false,
    programs: ['apt-get'],
    brings: { 'apt-get install': SYSTEM },
  });
  expect(await ensureBrowser(machine)).toBe(SYSTEM);
  expect(commands).toEqual(['apt-get update -q', 'apt-get install -y -q --no-install-recommends chromium']);
});

test('a download that leaves no browser that starts is followed by the package manager', async () => {
  const { machine, commands } = machineOf({ programs: ['apk'], brings: { apk: SYSTEM } });
  expect(await ensureBrowser(machine)).toBe(SYSTEM);
  expect(commands.at(-1)).toBe('apk add chromium');
});

test.each([
  [true, 'sudo dnf install -y chromium'],
  [false, 'sudo -n dnf install -y chromium'],
])('sudo asks for a password only where someone can type it: %s', async (isInteractive, expected) => {
  const { machine, commands } = machineOf({
    isRoot: false,
    isInteractive,
    online: false,
    programs: ['sudo', 'dnf'],
    brings: { dnf: SYSTEM },
  });
  expect(await ensureBrowser(machine)).toBe(SYSTEM);
  expect(commands).toEqual([expected]);
});

test('without root, sudo and downloads nothing is run, and one sentence says what to type', async () => {
  const { machine, commands } = machineOf({ isRoot: false, online: false, programs: ['pacman'] });
  expect(await ensureBrowser(machine)).toBeUndefined();
  expect(commands).toEqual([]);
  expect(whatToType(machine)).toBe(
    'No Chromium was found and none could be installed: type "sudo pacman -Sy --noconfirm --needed chromium", ' +
      'then run this command again.',
  );
});

test('without a package manager the sentence names Playwright’s command', async () => {
  const { machine, commands } = machineOf({ online: false });
  expect(await ensureBrowser(machine)).toBeUndefined();
  expect(commands).toEqual([]);
  expect(whatToType(machine)).toContain('"npx playwright install --with-deps chromium"');
});

test('an installation that fails leaves no browser', async () => {
  const { machine } = machineOf({ online: false, programs: ['apt-get'] });
  expect(await ensureBrowser(machine)).toBeUndefined();
});
