import type { RunEvent } from '../../run/events';
import type { RunRequest } from '../../run/request';
import { holdLock } from '../../storage/locks';
import { deleteUnfinished, saveUnfinished } from '../../storage/unfinished-runs';
import { beginning, further } from './unfinished-run';

/** How often progress is written down, milliseconds. */
const INTERVAL = 2000;

/** Written down of a run while it goes on. */
export interface RunDiary {
  note(event: RunEvent): void;
  /** The run has come to its end, or was given up: nothing is left to go on with. */
  close(): Promise<void>;
}

/** How the names of all locks of runs begin. */
export const RUN_LOCK = 'run ';

/** The lock that a tab holds while it works on a run. */
export const lockOf = (id: string): string => `${RUN_LOCK}${id}`;

/**
 * Begins the diary of a run. Storage that fails never ends a run: it is then not offered after a crash.
 * @param filesId of the files that the page remembers
 * @param now milliseconds since the epoch
 */
export function openDiary(request: RunRequest, filesId: string | null, now: () => number): RunDiary {
  const id = crypto.randomUUID();
  const held = holdLock(lockOf(id));
  let run = beginning(id, request, filesId, new Date(now()).toISOString());
  let isClosed = false;
  let writtenAt = now();
  let last = write(() => saveUnfinished(id, run));
  function write(action: () => Promise<void>, before: Promise<void> = Promise.resolve()): Promise<void> {
    return before.then(action).catch(() => undefined);
  }
  return {
    note(event) {
      if (event.kind !== 'stage' || isClosed) return;
      const isFirst = run.pictures === null;
      run = further(run, event);
      if (run.pictures === null || (!isFirst && now() - writtenAt < INTERVAL)) return;
      writtenAt = now();
      last = write(() => saveUnfinished(id, run), last);
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await write(() => deleteUnfinished(id), last);
      (await held)();
    },
  };
}
