import { startEvaluators } from '../../workers/host';
import { messageOf } from '../lib/errors';
import type { RunEvent } from '../run/events';
import type { RowNames } from '../protocol/row-names';
import type { LeftOutRecord } from '../protocol/run-record';
import type { RunRequest } from '../run/request';
import { run } from '../run/run';
import { saveLastRun } from '../storage/last-run';
import type { EvaluationInput } from '../sweep/plan/input';
import { keepRun } from './history/keep-run';
import { picturesOfKept } from './history/kept-results';
import { pagePorts } from './page-ports';
import type { LabState, RunState } from './lab-state';
import { reduce } from './reduce';
import { labStore, notKept, notify, setRun, setSelfTest } from './store';
import { forgetSame } from './unfinished/forget';
import { openDiary, type RunDiary } from './unfinished/run-diary';

/** The vectors of a run and what their rows are called. */
interface NamedVectors {
  /** When their run began, which tells it from others. */
  readonly started: string;
  readonly input: EvaluationInput;
  readonly names: RowNames;
}

/** Aborts the current run, or the last one. */
let controller: AbortController | undefined;
/** Matrices stay here, out of the store. */
let vectors: NamedVectors | undefined;
/** What the last run of this visit was asked for. */
let request: RunRequest | undefined;
/** What is written down of the current run, or was of the last one. */
let diary: RunDiary | undefined;

/** Whether the vectors of the run that began then are in memory. */
export const isMeasuredHere = (started: string): boolean => vectors?.started === started;

/** The vectors of the run on screen; undefined where it was not the last to be measured in this visit. */
export const currentVectors = (): NamedVectors | undefined => {
  const { record } = labStore.getState().run;
  return record && isMeasuredHere(record.started) ? vectors : undefined;
};

/** What the run on screen was asked for; undefined after a reload. */
export const currentRequest = (): RunRequest | undefined => request;

/** SHA-256 of the pictures of a run by file name, as far as they are known; null where it has none. */
export const picturesOf = async ({
  restored,
  record,
}: RunState): Promise<ReadonlyMap<string, string> | null> =>
  restored && record ? picturesOfKept(record.started) : (request?.pictureHashes ?? null);

function apply(event: RunEvent): void {
  if (event.kind === 'started') vectors = undefined;
  if (event.kind === 'vectors') {
    vectors = { started: event.record.started, input: event.input, names: event.names };
  }
  labStore.setState((state) => reduce(state, event, pagePorts.now()));
}

/** A run that has results, with all that is known of it beside them. */
interface Standing extends Pick<LabState, 'run' | 'evidence'> {
  readonly vectors: NamedVectors | undefined;
  readonly request: RunRequest | undefined;
}

/** The last run that had results, while another one is under way: it comes back where that one has none. */
let standing: Standing | undefined;

/** Starts a run with the current choices; does nothing while another run is going on. */
export async function startRun(): Promise<void> {
  const { choices, files, run: last, evidence } = labStore.getState();
  if (last.status === 'running') return;
  if (last.rows.length > 0) standing = { run: last, evidence, vectors, request };
  request = { choices, files, pictureHashes: new Map() };
  forgetSame(labStore.getState());
  await runRequest(request, async () => {
    const { run: after } = labStore.getState();
    const before = standing;
    standing = undefined;
    if (after.rows.length === 0 && before) bringBack(before, after);
    else await saveRun();
  });
}

function bringBack({ run: before, evidence, ...known }: Standing, after: RunState): void {
  ({ vectors, request } = known);
  labStore.setState({ run: { ...before, error: after.error }, evidence });
  notify('That run ended without results. Those of the run before are on screen again.');
}

/** Whether the left-out pictures of the run on screen can be asked for again: not after a reload. */
export const canRetry = ({ restored, status }: RunState): boolean => !restored && status === 'done';

/**
 * Runs again what the last run was asked for, and reads those pictures alone that it left out; the vectors of all others
 * are in the cache. Where that run does not end well, the results so far come back.
 */
export async function retryLeftOut(): Promise<void> {
  const { run: before, evidence } = labStore.getState();
  if (!request || !canRetry(before)) return;
  const given = vectors;
  const asked = before.leftOut.filter(isPicture);
  for (const { fileName } of asked) if (fileName !== undefined) request.pictureHashes!.delete(fileName);
  await runRequest(request, async () => {
    const { run: after } = labStore.getState();
    if (after.status !== 'done') {
      vectors = given;
      labStore.setState({ run: before, evidence });
      if (after.error) notify(`The left-out pictures could not be asked for again: ${after.error}`);
      return;
    }
    const stillOut = new Set(after.leftOut.filter(isPicture).map(({ id }) => id));
    const recovered = asked.filter(({ id }) => !stillOut.has(id)).length;
    setRun({ ...after, retried: { asked: asked.length, recovered } });
    await saveRun();
  });
}

const isPicture = ({ what }: LeftOutRecord): boolean => what === 'image';

/** @param atEnd what is to be done with the results, before the run counts as finished */
async function runRequest(wanted: RunRequest, atEnd: () => Promise<void>): Promise<void> {
  const mine = new AbortController();
  controller = mine;
  const myDiary = openDiary(wanted, labStore.getState().kept?.id ?? null, pagePorts.now);
  diary = myDiary;
  // A cancelled run may still report something after the next one has started.
  const emit = (event: RunEvent) => {
    if (controller !== mine) return;
    apply(event);
    myDiary.note(event);
  };
  await run(wanted, pagePorts, emit, mine.signal);
  if (controller === mine) await atEnd();
  await myDiary.close();
}

async function saveRun(): Promise<void> {
  if (request) await keepRun(labStore.getState(), request.choices, request.pictureHashes ?? new Map());
  await saveLastRun(labStore.getState().run).catch((error: unknown) => notKept('results', messageOf(error)));
}

/** Stops the run now; finished rows and stored embeddings stay. */
export function cancelRun(): void {
  controller?.abort();
  apply({ kind: 'ended', status: 'cancelled' });
  void diary?.close();
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
