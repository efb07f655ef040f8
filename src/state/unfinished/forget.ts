import { whenFree } from '../../storage/locks';
import { deleteUnfinished, readUnfinished } from '../../storage/unfinished-runs';
import type { LabState } from '../lab-state';
import { toFragment } from '../link';
import { labStore, setUnfinished } from '../store';
import { lockOf } from './run-diary';
import type { UnfinishedRun } from './unfinished-run';

/** Takes an unfinished run off the list, once it is deleted. True where it was there; false where another tab was first, or the storage fails. */
export async function forget({ id }: UnfinishedRun): Promise<boolean> {
  let wasThere = false;
  await whenFree(lockOf(id), async () => {
    wasThere = (await readUnfinished(id)) !== undefined;
    await deleteUnfinished(id);
  }).catch(() => undefined);
  setUnfinished(labStore.getState().unfinished.filter((other) => other.id !== id));
  return wasThere;
}

/** Takes those unfinished runs off the list that a new run does again: it takes up what they have stored. */
export function forgetSame({ choices, kept, unfinished }: LabState): void {
  const fragment = toFragment(choices);
  for (const run of unfinished) {
    const sameFiles = run.filesId === null || run.filesId === kept?.id;
    if (run.fragment === fragment && sameFiles) void forget(run);
  }
}
