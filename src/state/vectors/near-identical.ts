import { startEvaluators } from '../../../workers/host';
import { messageOf } from '../../lib/errors';
import { part } from '../../lib/part';
import { abortable } from '../../net/abortable';
import type { LabState, NearIdenticalCount } from '../lab-state';
import { vectorsOnScreen } from '../reopen/vectors-on-screen';
import { labStore } from '../store';

/** Aborts the count that is under way. */
let controller: AbortController | undefined;

/** Whether the run on screen can be counted again: its queries are known, and no pool of it is the reference's own. */
export const canCountNearIdentical = ({ run, evidence }: Pick<LabState, 'run' | 'evidence'>): boolean =>
  evidence !== null && run.record !== null && run.record.sweep.pools !== 'reference';

const put = (nearIdentical: NearIdenticalCount | null): void =>
  labStore.setState(({ evidence }) => ({ evidence: evidence && { ...evidence, nearIdentical } }));

/** Measures the run on screen once more, with what is perhaps also right counted as right; once for each run. */
export async function countNearIdentical(): Promise<void> {
  const { run, evidence } = labStore.getState();
  const { record } = run;
  if (!record || !evidence || evidence.nearIdentical) return;
  const mine = new AbortController();
  controller = mine;
  const tell = (nearIdentical: NearIdenticalCount) => {
    const { started } = labStore.getState().run.record ?? {};
    if (controller === mine && started === record.started) put(nearIdentical);
  };
  const evaluators = startEvaluators();
  tell({ kind: 'counting', share: 0 });
  try {
    const { sweepWidened } = await part(import('../../explore/near-identical'));
    const input = await vectorsOnScreen();
    const pool = await evaluators.open('cpu');
    const advance = (share: number) => tell({ kind: 'counting', share });
    const results = await abortable(
      sweepWidened(pool, input, record.sweep, advance, mine.signal),
      mine.signal,
    );
    tell({ kind: 'counted', results });
  } catch (error) {
    tell({ kind: 'failed', error: messageOf(error) });
  } finally {
    evaluators.terminate();
  }
}

/** Stops counting; what has been counted stays. */
export function stopCountingNearIdentical(): void {
  if (labStore.getState().evidence?.nearIdentical?.kind === 'counted') return;
  controller?.abort();
  controller = undefined;
  put(null);
}
