import { startEvaluators } from '../../../workers/host';
import { isAbort, messageOf } from '../../lib/errors';
import { abortable } from '../../net/abortable';
import { saveLastRun } from '../../storage/last-run';
import { settingsOf, withSpeeds, type MeasuredSpeed } from '../../sweep/results/with-speeds';
import { measureSpeeds } from '../../sweep/speed/measure-speeds';
import { millisecondsLeft } from '../../sweep/speed/time-left';
import { keepAgain } from '../history/keep-again';
import { isRunning, type LabState, type RunState, type SpeedsState } from '../lab-state';
import { vectorsOnScreen } from '../reopen/vectors-on-screen';
import { labStore, notKept } from '../store';
import { canMeasureSpeed } from './can-measure';

/** Aborts the measuring that is under way. */
let controller: AbortController | undefined;

/**
 * Measures the speeds of the run on screen that are not known, or all again where all are, and keeps them with the run. Stops
 * where another run is started or shown. Whatever was measured until it stops is kept.
 */
export async function measureSpeed(): Promise<void> {
  const state = labStore.getState();
  const { run } = state;
  const { record } = run;
  if (!record || controller || !canMeasureSpeed(state)) return;
  const mine = new AbortController();
  controller = mine;
  const { signal } = mine;
  const isOnScreen = (now: LabState) => now.run.record?.started === record.started;
  const unsubscribe = labStore.subscribe((now) => {
    if (!isOnScreen(now) || isRunning(now)) mine.abort();
  });
  const show = (speeds: SpeedsState | null) => labStore.setState({ speeds });
  show({ kind: 'finding' });
  const measured: MeasuredSpeed[] = [];
  let failure: SpeedsState | null = null;
  const evaluators = startEvaluators();
  try {
    const input = await abortable(vectorsOnScreen(), signal);
    const pool = await abortable(evaluators.open('cpu'), signal);
    const settings = toMeasure(run);
    const began = performance.now();
    const tell = () => {
      const done = measured.length;
      const left = millisecondsLeft(done, settings.length, performance.now() - began);
      show({ kind: 'timing', done, total: settings.length, secondsLeft: left / 1000 });
    };
    tell();
    const speeds = measureSpeeds(pool, input, record.sweep, settings, navigator.userAgent, signal);
    for (;;) {
      const next = await abortable(speeds.next(), signal);
      if (next.done) break;
      measured.push(next.value);
      tell();
    }
  } catch (error) {
    if (!isAbort(error)) failure = { kind: 'failed', error: messageOf(error) };
  } finally {
    unsubscribe();
    evaluators.terminate();
    controller = undefined;
  }
  labStore.setState((now) => ({
    speeds: isOnScreen(now) ? failure : null,
    ...(isOnScreen(now) && { run: { ...now.run, rows: withSpeeds(now.run.rows, measured) } }),
  }));
  if (measured.length > 0) await keep({ ...run, rows: withSpeeds(run.rows, measured) }, isOnScreen);
}

/** Stops measuring. */
export const stopMeasuringSpeed = (): void => controller?.abort();

/** The settings of a run whose speed is not known; all where all are known. */
function toMeasure({ rows }: RunState) {
  const unknown = settingsOf(rows.filter(({ gallerySpeed }) => !gallerySpeed));
  return unknown.length > 0 ? unknown : settingsOf(rows);
}

async function keep(run: RunState, isOnScreen: (now: LabState) => boolean): Promise<void> {
  await keepAgain(run).catch((error: unknown) => notKept('history', messageOf(error)));
  if (!isOnScreen(labStore.getState())) return;
  await saveLastRun(run).catch((error: unknown) => notKept('results', messageOf(error)));
}
