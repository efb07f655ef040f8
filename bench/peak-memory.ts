import { readdirSync, readFileSync } from 'node:fs';

const read = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
};

/** The number of the parent: the second after the name, which may hold spaces and stands in parentheses. */
const parentOf = (pid: number): number =>
  Number(read(pid, 'stat').replace(/^.*\)/s, '').trim().split(' ')[1]);

function descendsFrom(ancestor: number, pid: number): boolean {
  for (let at = pid; at > 1; at = parentOf(at)) if (at === ancestor) return true;
  return false;
}

/**
 * The most memory in bytes that any page's process below this one has held at once (VmHWM: code, heap and shared memory
 * that was touched, workers included); null where the system does not say.
 */
export function peakPageMemory(): number | null {
  if (process.platform !== 'linux') return null;
  const pages = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && read(pid, 'cmdline').includes('--type=renderer'))
    .filter((pid) => descendsFrom(process.pid, pid));
  const peaks = pages.map(
    (pid) => Number(/^VmHWM:\s+(\d+) kB$/m.exec(read(pid, 'status'))?.[1] ?? NaN) * 1024,
  );
  const known = peaks.filter(Number.isFinite);
  return known.length > 0 ? Math.max(...known) : null;
}
