import { chromium, type BrowserContext, type Page } from 'playwright';
import { launchOptions } from '../browser/launch';
import { descendantsOf, readProc } from '../processes';

/** A browser with a profile on disk, which can be killed. */
export interface KillableBrowser {
  readonly page: Page;
  /** Ends all its processes at once, as a crash or the power switch does. */
  kill(): Promise<void>;
  /** Closes it as a person does. */
  close(): Promise<void>;
}

/** Opens a browser on a profile folder. Linux only. */
export async function openBrowser(profile: string): Promise<KillableBrowser> {
  const context = await chromium.launchPersistentContext(profile, launchOptions(false));
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, kill: () => kill(context, profile), close: () => context.close() };
}

async function kill(context: BrowserContext, profile: string): Promise<void> {
  const isOurs = (pid: number) => readProc(pid, 'cmdline').includes(profile);
  const pids = descendantsOf(process.pid).filter(isOurs);
  if (pids.length === 0) throw new Error(`No process of the browser on ${profile} was found.`);
  const closed = new Promise((resolve) => context.once('close', resolve));
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // It ended with its parent.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
  await closed;
}
