import { descendantsOf, readProc } from '../tools/processes';

/** The most memory that a page's process held at once, workers included, in bytes. */
export interface PeakMemory {
  /** What is the page's alone: heaps, and memory that its threads share. Seen every few milliseconds. */
  readonly own: number;
  /** With the browser's code, which all pages share (VmHWM). */
  readonly whole: number;
}

const EVERY_MS = 20;

/** Bytes that /proc says of a process under some names, added up. */
const bytesOf = (pid: number, names: readonly string[]): number => {
  const status = readProc(pid, 'status');
  return names.reduce(
    (sum, name) => sum + 1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0),
    0,
  );
};

/** The processes of pages below this one. */
const pagesBelow = (): number[] =>
  descendantsOf(process.pid).filter((pid) => readProc(pid, 'cmdline').includes('--type=renderer'));

/**
 * Watches the memory of the page's process until the function that it gives is called, while the page is still there;
 * that gives null where the system does not say.
 */
export function watchPageMemory(): () => PeakMemory | null {
  if (process.platform !== 'linux') return () => null;
  const pages = pagesBelow();
  const most = (names: readonly string[]) => Math.max(0, ...pages.map((pid) => bytesOf(pid, names)));
  let own = 0;
  const look = () => (own = Math.max(own, most(['RssAnon', 'RssShmem'])));
  const watching = setInterval(look, EVERY_MS);
  return () => {
    clearInterval(watching);
    look();
    const whole = most(['VmHWM']);
    return own > 0 && whole > 0 ? { own, whole } : null;
  };
}
