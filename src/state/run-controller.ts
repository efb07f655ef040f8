import { startCrew } from '../../workers/host';
import { isAbort, messageOf } from '../lib/errors';
import { endEncoder } from '../run/open-encoder';
import { runLab, type RunEvent } from '../run/run';
import { deleteLastRun, readLastRun, saveLastRun } from '../storage/indexed-db';
import type { EvaluationInput } from '../sweep/plan/input';
import { fromFragment } from './link';
import {
  labStore,
  NO_RUN,
  notify,
  putStage,
  setChoices,
  setRun,
  setSelfTest,
  stageOf,
  type RunState,
} from './store';
import { parseStoredRun } from './stored-run';

/** Joins the stages of a run to threads and store. Matrices stay here, out of the store. */
let controller: AbortController | undefined;
let vectors: EvaluationInput | undefined;

/** The vectors of the run on screen; undefined after a reload. */
export const currentVectors = (): EvaluationInput | undefined => vectors;

/** Runs what is chosen now; does nothing while a run goes on. */
export async function startRun(): Promise<void> {
  if (labStore.getState().run.status === 'running') return;
  const { choices, dropped } = labStore.getState();
  const { dims, precisions, candidateSizes } = choices.sweep;
  const plannedRows = dims.length * precisions.length * candidateSizes.length;
  controller = new AbortController();
  const { signal } = controller;
  vectors = undefined;
  setRun(() => ({ ...NO_RUN, status: 'running', plannedRows }));
  const crew = startCrew();
  signal.addEventListener('abort', () => crew.terminate());
  try {
    for await (const event of runLab(choices, dropped, crew, signal)) apply(event);
    setRun((run) => ({ ...run, status: 'done', record: finished(run) }));
  } catch (error) {
    if (signal.aborted || isAbort(error))
      setRun((run) => ({ ...run, status: 'cancelled', record: finished(run) }));
    else {
      endEncoder();
      setRun((run) => ({ ...run, status: 'failed', error: messageOf(error), record: finished(run) }));
    }
  } finally {
    crew.terminate();
  }
  await saveLastRun(labStore.getState().run).catch((error) =>
    notify(`These results could not be kept for after a reload: ${messageOf(error)}`),
  );
}

/** Puts inputs whose answers are known through the code that makes the results, with the choices of now. */
export async function runSelfTest(): Promise<void> {
  const { choices, selfTest } = labStore.getState();
  if (selfTest.running) return;
  setSelfTest({ ...selfTest, running: true });
  const crew = startCrew();
  try {
    await crew.open(choices.ranker);
    setSelfTest({ running: false, result: await crew.selfTest(choices.sweep) });
  } catch (error) {
    setSelfTest({ ...selfTest, running: false });
    notify(`The self-test could not be run: ${messageOf(error)}`);
  } finally {
    crew.terminate();
  }
}

/** Stops the run now; rows and embeddings that are finished stay. */
export function cancelRun(): void {
  controller?.abort();
  setRun((run) => (run.status === 'running' ? { ...run, status: 'cancelled', record: finished(run) } : run));
}

/** Takes up the link's choices and the results of the last visit. */
export async function restore(): Promise<void> {
  const { choices, problems } = fromFragment(location.hash);
  setChoices(() => choices);
  for (const problem of problems) notify(`In this page's link: ${problem}`);
  try {
    const stored = await readLastRun();
    if (stored === undefined || labStore.getState().run.status !== 'idle') return;
    const last = parseStoredRun(stored);
    if (last) return setRun(() => last);
    await deleteLastRun();
    notify(
      'The results of the last visit were discarded: they are damaged, or another version of this page stored them.',
    );
  } catch (error) {
    notify(`The results of the last visit cannot be read: ${messageOf(error)}`);
  }
}

function finished({ record, substitutions }: RunState): RunState['record'] {
  if (!record) return null;
  return {
    ...record,
    substitutions: [...substitutions],
    finished: new Date().toISOString(),
  };
}

function apply(event: RunEvent): void {
  switch (event.kind) {
    case 'stage':
      return setRun((run) => {
        const now = performance.now();
        const { name, done, total, unit, free = 0, detail = '', until = null } = event;
        const begun = stageOf(run, name)?.started ?? now;
        return {
          ...run,
          stages: putStage(run.stages, {
            name,
            done,
            total,
            unit,
            free,
            detail,
            until,
            started: begun,
            updated: now,
          }),
        };
      });
    case 'substitution':
      return setRun((run) => ({ ...run, substitutions: [...run.substitutions, event.sentence] }));
    case 'left-out':
      return setRun((run) => ({ ...run, leftOut: [...run.leftOut, ...event.items] }));
    case 'evaluating':
      vectors = event.input;
      return setRun((run) => ({ ...run, record: event.record }));
    case 'self-test':
      return setSelfTest({ running: false, result: event.selfTest });
    case 'row':
      return setRun((run) => ({ ...run, rows: [...run.rows, event.row] }));
  }
}
