import { startEvaluators } from '../../workers/host';
import { sweepWidened } from '../explore/near-identical';
import { messageOf } from '../lib/errors';
import type { LabState, PerhapsRight } from './lab-state';
import { vectorsOnScreen } from './reopen/vectors-on-screen';
import { labStore } from './store';

/** Aborts the count that is under way. */
let controller: AbortController | undefined;

/** Whether the run on screen can be counted again: its queries are known, and no pool of it is the reference's own. */
export const canCountPerhapsRight = ({ run, evidence }: Pick<LabState, 'run' | 'evidence'>): boolean =>
  evidence !== null && run.record !== null && run.record.sweep.pools !== 'reference';

const put = (perhapsRight: PerhapsRight | null): void =>
  labStore.setState(({ evidence }) => ({ evidence: evidence && { ...evidence, perhapsRight } }));

/** Measures the run on screen once more, with what is perhaps also right counted as right; once for each run. */
export async function countPerhapsRight(): Promise<void> {
  const { run, evidence } = labStore.getState();
  const { record } = run;
  if (!record || !evidence || evidence.perhapsRight) return;
  const mine = new AbortController();
  controller = mine;
  const tell = (perhapsRight: PerhapsRight) => {
    const { started } = labStore.getState().run.record ?? {};
    if (controller === mine && started === record.started) put(perhapsRight);
  };
  const evaluators = startEvaluators();
  mine.signal.addEventListener('abort', () => evaluators.terminate());
  tell({ kind: 'counting', share: 0 });
  try {
    const input = await vectorsOnScreen();
    const pool = await evaluators.open('cpu');
    const advance = (share: number) => tell({ kind: 'counting', share });
    const results = await sweepWidened(pool, input, record.sweep, advance, mine.signal);
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
