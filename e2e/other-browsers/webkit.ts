import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Driven } from './driven';
import { startSession } from './webdriver';

/** Which of WebKit's abilities are switched on. */
export type Abilities =
  /** Those of Safari: WebKitGTK has the code of these and leaves them off. */
  | 'as Safari'
  /** Those that WebKitGTK switches on by itself. */
  | 'as shipped';

const FEATURES = ['StorageAPI', 'StorageAPIEstimate', 'FileSystem', 'FileSystemWritableStream'];

const SWITCHES: Readonly<Record<Abilities, { env: Record<string, string>; args: readonly string[] }>> = {
  'as Safari': {
    env: { JSC_useSharedArrayBuffer: '1' },
    args: [`--features=${FEATURES.map((name) => `+${name}`).join()}`],
  },
  'as shipped': { env: {}, args: [] },
};

/** What is needed of the system: the driver of WebKitGTK, and a screen that nobody sees. */
export interface Programs {
  readonly driver: string;
  readonly screen: string;
}

/**
 * Starts WebKitGTK's own small browser on a screen of its own, driven by WebDriver. Its profile is gone with it.
 * @param downloads a folder, beside which its home is made
 */
export async function launchWebKit(
  { driver, screen }: Programs,
  abilities: Abilities,
  downloads: string,
): Promise<Driven> {
  const { env, args } = SWITCHES[abilities];
  const [display, endScreen] = await openScreen(screen);
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, ...homeWith(downloads), ...env, DISPLAY: display },
  });
  const endDriver = endWithUs(child);
  const end = () => {
    endDriver();
    endScreen();
  };
  try {
    const session = await startSession(`http://127.0.0.1:${port}`, {
      'webkitgtk:browserOptions': { args: ['--automation', ...args] },
    });
    return {
      name: `WebKitGTK ${session.capabilities.browserVersion}, ${abilities}`,
      page: session.page,
      async close() {
        await session.end();
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** A home without a profile, whose downloads go to a folder. */
function homeWith(downloads: string): Record<string, string> {
  const home = `${downloads}-home`;
  mkdirSync(home, { recursive: true });
  mkdirSync(downloads, { recursive: true });
  writeFileSync(join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  return { HOME: home, XDG_CONFIG_HOME: home };
}

/** A screen in memory: its name, and what closes it. */
async function openScreen(program: string): Promise<[name: string, close: () => void]> {
  const child = spawn(program, ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const close = endWithUs(child);
  for await (const line of createInterface(child.stdout)) return [`:${line}`, close];
  throw new Error(`${program} did not open a screen.`);
}

/** Ends a process when this one ends, or before that where asked. */
function endWithUs(child: ChildProcess): () => void {
  const end = () => void child.kill();
  process.once('exit', end);
  return end;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
