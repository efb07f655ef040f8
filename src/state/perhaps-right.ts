import { startEvaluators } from '../../workers/host';
import { sweepWidened } from '../explore/near-identical';
import { messageOf } from '../lib/errors';
import type { PerhapsRight } from './lab-state';
import { currentVectors } from './run-controller';
import { labStore } from './store';

/** Aborts the count that is under way. */
let controller: AbortController | undefined;

/** Whether the run on screen can be counted again: its vectors are in memory, and no pool of it is the reference's own. */
export const canCountPerhapsRight = (): boolean =>
  currentVectors() !== undefined && labStore.getState().run.record?.sweep.pools !== 'reference';

const put = (perhapsRight: PerhapsRight | null): void =>
  labStore.setState(({ evidence }) => ({ evidence: evidence && { ...evidence, perhapsRight } }));

/** Measures the run on screen once more, with what is perhaps also right counted as right; once for each run. */
export async function countPerhapsRight(): Promise<void> {
  const { run, evidence } = labStore.getState();
  const vectors = currentVectors();
  if (!run.record || !vectors || evidence?.perhapsRight) return;
  const mine = new AbortController();
  controller = mine;
  const tell = (perhapsRight: PerhapsRight) => {
    if (controller === mine && currentVectors() === vectors) put(perhapsRight);
  };
  const evaluators = startEvaluators();
  mine.signal.addEventListener('abort', () => evaluators.terminate());
  tell({ kind: 'counting', share: 0 });
  try {
    const pool = await evaluators.open('cpu');
    const advance = (share: number) => tell({ kind: 'counting', share });
    const results = await sweepWidened(pool, vectors.input, run.record.sweep, advance, mine.signal);
    tell({ kind: 'counted', results });
  } catch (error) {
    tell({ kind: 'failed', error: messageOf(error) });
  } finally {
    evaluators.terminate();
  }
}

/** Stops counting; what has been counted stays. */
export function stopCountingPerhapsRight(): void {
  if (labStore.getState().evidence?.perhapsRight?.kind === 'counted') return;
  controller?.abort();
  controller = undefined;
  put(null);
}
