import { startEvaluators } from '../../workers/host';
import { messageOf } from '../lib/errors';
import type { RunEvent } from '../run/events';
import type { RowNames } from '../protocol/row-names';
import { run } from '../run/run';
import { saveLastRun } from '../storage/indexed-db';
import type { EvaluationInput } from '../sweep/plan/input';
import { pagePorts } from './page-ports';
import { reduce } from './reduce';
import { labStore, notify, setSelfTest } from './store';

/** The vectors of a run and what their rows are called. */
interface NamedVectors {
  readonly input: EvaluationInput;
  readonly names: RowNames;
}

/** Aborts the current run, or the last one. */
let controller: AbortController | undefined;
/** Matrices stay here, out of the store. */
let vectors: NamedVectors | undefined;

/** The vectors of the run on screen; undefined after a reload. */
export const currentVectors = (): NamedVectors | undefined => vectors;

function apply(event: RunEvent): void {
  if (event.kind === 'started') vectors = undefined;
  if (event.kind === 'vectors') vectors = { input: event.input, names: event.names };
  labStore.setState((state) => reduce(state, event, pagePorts.now()));
}

/** Starts a run with the current choices; does nothing while another run is going on. */
export async function startRun(): Promise<void> {
  const { choices, files, run: last } = labStore.getState();
  if (last.status === 'running') return;
  const mine = new AbortController();
  controller = mine;
  // A cancelled run may still report something after the next one has started.
  const emit = (event: RunEvent) => {
    if (controller === mine) apply(event);
  };
  await run({ choices, files }, pagePorts, emit, mine.signal);
  await saveLastRun(labStore.getState().run).catch((error: unknown) =>
    notify(`Could not store these results for your next visit: ${messageOf(error)}`),
  );
}

/** Stops the run now; finished rows and stored embeddings stay. */
export function cancelRun(): void {
  controller?.abort();
  apply({ kind: 'ended', status: 'cancelled' });
}

/** Runs inputs whose metrics are known through the code that computes the results, with the current choices. */
export async function runSelfTest(): Promise<void> {
  const { choices, selfTest } = labStore.getState();
  if (selfTest.running) return;
  setSelfTest({ ...selfTest, running: true });
  const evaluators = startEvaluators();
  try {
    await evaluators.open(choices.ranker);
    setSelfTest({ running: false, result: await evaluators.selfTest(choices.sweep) });
  } catch (error) {
    setSelfTest({ ...selfTest, running: false });
    notify(`Could not run the self-test: ${messageOf(error)}`);
  } finally {
    evaluators.terminate();
  }
}
