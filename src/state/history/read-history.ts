import { deleteKeptRun, listKeptRuns } from '../../storage/run-history';
import { notify } from '../store';
import { parseKeptEntry, type KeptEntry } from './kept-entry';
import { newestFirst } from './limit';

/** All kept runs, the newest first. Those that cannot be read are deleted, and a notice says how many. */
export async function readHistory(): Promise<KeptEntry[]> {
  const stored = await listKeptRuns();
  const damaged = stored.filter(([id, value]) => parseKeptEntry(value)?.id !== id);
  for (const [id] of damaged) await deleteKeptRun(id);
  if (damaged.length > 0) notify(DISCARDED(damaged.length));
  return newestFirst(
    stored.flatMap(([id, value]) => {
      const entry = parseKeptEntry(value);
      return entry?.id === id ? [entry] : [];
    }),
  );
}

const DISCARDED = (runs: number): string =>
  `${runs === 1 ? 'A run of the history was' : `${runs} runs of the history were`} discarded: damaged, or stored by another version of this page.`;
