import { startEvaluators } from '../../workers/host';
import { messageOf } from '../lib/errors';
import { part } from '../lib/part';
import type { RunEvent } from '../run/events';
import type { LeftOutRecord } from '../protocol/run-record';
import type { RunRequest } from '../run/request';
import { saveLastRun } from '../storage/last-run';
import type { EvaluationInput } from '../sweep/plan/input';
import { pagePorts } from './page-ports';
import { gathered } from './gathered';
import { knownInput } from './vectors/known-input';
import { isRunning, latestRun, type LabState, type RunState } from './lab-state';
import { reduce } from './reduce';
import { labStore, notKept, notify, setRun, setSelfTest } from './store';
import { expectedOf } from './pace/expected';
import { rememberPace } from './pace/remember-pace';
import { forgetSame } from './unfinished/forget';
import { openDiary } from './unfinished/run-diary';

/** The vectors of a run. */
interface RunVectors {
  /** When their run began, which tells it from others. */
  readonly started: string;
  readonly input: EvaluationInput;
}

/** What is in memory of a run of this visit. Matrices stay here, out of the store. */
interface InMemory {
  readonly request: RunRequest;
  /** Undefined until they are there. */
  readonly vectors?: RunVectors;
}

/** Of the run that was started last. */
let latest: InMemory | undefined;
/** Of the one whose results are on screen, if that is of this visit, or of the one that was there before it. */
let onScreen: InMemory | undefined;

/** Whether the vectors of the run that began then are in memory. */
export const isMeasuredHere = (started: string): boolean => onScreen?.vectors?.started === started;

/** The vectors of the run on screen; undefined where it was not the last to be measured in this visit. */
export const currentVectors = (): RunVectors | undefined => {
  const { record } = labStore.getState().run;
  return record && isMeasuredHere(record.started) ? onScreen!.vectors : undefined;
};

/** What the run on screen was asked for; undefined after a reload. */
export const currentRequest = (): RunRequest | undefined => onScreen?.request;

/** SHA-256 of the pictures of a run by file name, as far as they are known; null where it has none. */
export const picturesOf = async ({
  restored,
  record,
}: RunState): Promise<ReadonlyMap<string, string> | null> =>
  restored && record
    ? (await part(import('./history/kept-results'))).picturesOfKept(record.started)
    : (currentRequest()?.pictureHashes ?? null);

interface Happened {
  readonly event: RunEvent;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The page draws what has happened at most so often, since drawing takes time from the run. Milliseconds. */
const DRAWN_EVERY = 150;
/** After new rows, which every chart and sentence has to follow, it rests so long. Milliseconds. */
const ROWS_DRAWN_EVERY = 700;

const restAfter = (happened: readonly Happened[]): number =>
  happened.some(({ event }) => event.kind === 'row') ? ROWS_DRAWN_EVERY : DRAWN_EVERY;

function apply(happened: readonly Happened[]): void {
  const before = labStore.getState();
  let after = before;
  for (const { event, at } of happened) {
    const next = reduce(after, event, at);
    if (next === after) continue;
    after = next;
    if (event.kind === 'vectors') {
      const { record, input } = event;
      latest = { ...latest!, vectors: { started: record.started, input } };
    }
    if (!after.newer) onScreen = latest;
  }
  if (after !== before) labStore.setState(after);
}

/** Starts a run with the current choices; does nothing while another run is going on. */
export async function startRun(): Promise<void> {
  const state = labStore.getState();
  if (isRunning(state)) return;
  forgetSame(state);
  const { choices, files } = state;
  labStore.setState({ expected: expectedOf(choices, knownInput(state)) });
  // Where a run has no results, what is stored of the one before is not overwritten.
  await runRequest({ choices, files, pictureHashes: new Map() }, async (after) => {
    const { status, stages, rows } = latestRun(after);
    if (status === 'done') rememberPace(choices, stages, rows.length);
    if (!after.newer) await saveRun(after);
  });
}

/** Whether the left-out pictures of the run on screen can be asked for again: not after a reload. */
export const canRetry = ({ restored, status }: RunState): boolean => !restored && status === 'done';

/**
 * Runs again what the run on screen was asked for, and reads those pictures alone that it left out; the vectors of all others
 * are in the cache. Where that run does not end well, the results so far come back.
 */
export async function retryLeftOut(): Promise<void> {
  const { run: before, evidence } = labStore.getState();
  if (!onScreen || !canRetry(before)) return;
  const known = onScreen;
  const { request } = known;
  labStore.setState({ expected: null });
  const asked = before.leftOut.filter(isPicture);
  for (const { fileName } of asked) if (fileName !== undefined) request.pictureHashes!.delete(fileName);
  await runRequest(request, async (state) => {
    const { status, error, leftOut } = latestRun(state);
    if (status !== 'done') {
      onScreen = known;
      labStore.setState({ run: before, evidence, newer: null });
      if (error) notify(`The left-out pictures could not be asked for again: ${error}`);
      return;
    }
    const stillOut = new Set(leftOut.filter(isPicture).map(({ id }) => id));
    const recovered = asked.filter(({ id }) => !stillOut.has(id)).length;
    const run = { ...state.run, retried: { asked: asked.length, recovered } };
    await saveRun({ run, evidence: state.evidence });
    setRun(run);
  });
}

const isPicture = ({ what }: LeftOutRecord): boolean => what === 'image';

type Ended = Extract<RunEvent, { kind: 'ended' }>;

/** The run that is under way, or was last. */
interface Going {
  readonly controller: AbortController;
  /** Does once what is to be done when it has ended. */
  readonly finish: (ended: Ended) => Promise<void>;
}

let going: Going | undefined;

/** @param atEnd what is to be done with the results, as they are when the run ends; only then does the page say that it is done or has failed */
async function runRequest(request: RunRequest, atEnd: (after: LabState) => Promise<void>): Promise<void> {
  const diary = openDiary(request, labStore.getState().kept?.id ?? null, pagePorts.now);
  let finishing: Promise<void> | undefined;
  const events = gathered(apply, restAfter);
  const finish = async (ended: Ended) => {
    const happened = { event: ended, at: pagePorts.now() };
    const isStopped = ended.status === 'cancelled';
    if (isStopped) events.add(happened);
    events.flush();
    // What was stopped is given up at once; what came to its end is so only once its results are stored.
    const closed = isStopped ? diary.close() : undefined;
    await atEnd(reduce(labStore.getState(), ended, happened.at));
    if (!isStopped) apply([happened]);
    await (closed ?? diary.close());
  };
  const mine: Going = {
    controller: new AbortController(),
    finish: (ended) => (finishing ??= finish(ended)),
  };
  going = mine;
  latest = { request };
  let end: Ended = { kind: 'ended', status: 'cancelled' };
  let hasRows = false;
  // A cancelled run may still report something after the next one has started.
  const emit = (event: RunEvent) => {
    if (going !== mine) return;
    if (event.kind === 'ended') {
      end = event;
      return;
    }
    events.add({ event, at: pagePorts.now() });
    if (event.kind === 'row' && !hasRows) {
      // The first is what a person waits for; those of the same cells come with it.
      hasRows = true;
      setTimeout(events.flush);
    }
    diary.note(event);
  };
  emit({ kind: 'started' });
  try {
    const { run } = await part(import('../run/run'));
    await run(request, pagePorts, emit, mine.controller.signal);
  } catch (error) {
    end = { kind: 'ended', status: 'failed', error: messageOf(error), mayPass: true };
  }
  await mine.finish(end);
}

async function saveRun({ run: ended, evidence }: Pick<LabState, 'run' | 'evidence'>): Promise<void> {
  const { choices, pictureHashes } = onScreen!.request;
  await part(import('./history/keep-run')).then(
    ({ keepRun }) => keepRun({ run: ended, evidence }, choices, pictureHashes ?? new Map()),
    (error: unknown) => notKept('history', messageOf(error)),
  );
  await saveLastRun(ended).catch((error: unknown) => notKept('results', messageOf(error)));
}

/** Stops the run now and keeps its finished rows; stored embeddings stay. */
export function cancelRun(): void {
  going?.controller.abort();
  void going?.finish({ kind: 'ended', status: 'cancelled' });
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
