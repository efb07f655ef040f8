import type { RunRequest } from '../../run/request';
import { fromFragment } from '../link';
import { currentRequest, currentVectors } from '../run-controller';
import { labStore } from '../store';

/**
 * What the run on screen was asked for; of a run of an earlier visit the choices that were kept with it, and the files that are
 * here now. Undefined where it is not kept.
 */
export function requestOnScreen(): RunRequest | undefined {
  const { run, history, files } = labStore.getState();
  if (!run.restored && currentVectors()) return currentRequest();
  const entry = history.find(({ id }) => id === run.record?.started);
  return entry && !run.record?.opened ? { choices: fromFragment(entry.fragment).choices, files } : undefined;
}
