import { readdirSync, readFileSync } from 'node:fs';

/** A file of Linux's /proc about a process; empty where there is no such process. */
export function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** State (R, S, Z, …) and parent stand after the name, which may hold spaces and stands in parentheses. */
const afterName = (pid: number): string[] => readProc(pid, 'stat').replace(/^.*\)/s, '').trim().split(' ');

/** Whether a process is there and has not ended; one that has ended may wait for its parent to notice. */
export const isRunning = (pid: number): boolean => !['', 'Z', 'X'].includes(afterName(pid)[0]);

function descendsFrom(ancestor: number, pid: number): boolean {
  for (let at = pid; at > 1; at = Number(afterName(at)[1])) if (at === ancestor) return true;
  return false;
}

/** The processes that a process started, those that they started, and so on. Linux only. */
export const descendantsOf = (ancestor: number): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== ancestor && descendsFrom(ancestor, pid));
