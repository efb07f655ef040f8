import { descendantsOf, readProc } from '../processes';

/** Bytes of memory of all processes that a process started, what they share counted once. Linux only. */
export function memoryOfDescendants(ancestor: number): number {
  const kilobytes = descendantsOf(ancestor).map((pid) =>
    Number(/^Pss:\s+(\d+) kB/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0),
  );
  return 1024 * kilobytes.reduce((sum, one) => sum + one, 0);
}
