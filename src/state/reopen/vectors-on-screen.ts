import { InputError } from '../../lib/errors';
import { part } from '../../lib/part';
import { DEFAULT_RETRY_POLICY } from '../../net/retry-policy';
import type { RunEvent } from '../../run/events';
import type { EvaluationInput } from '../../sweep/plan/input';
import { picturesOfKept } from '../history/kept-results';
import type { LabState } from '../lab-state';
import { pagePorts } from '../page-ports';
import { currentVectors } from '../run-controller';
import { labStore, notKept, notify } from '../store';
import { requestOnScreen } from './request-on-screen';

/** Vectors of a run of an earlier visit that were read back, or were looked for. */
interface Reading extends Pick<LabState, 'files' | 'history'> {
  /** When that run began, which tells it from others. */
  readonly started: string;
  readonly input: Promise<EvaluationInput>;
  isHere: boolean;
}

let reading: Reading | undefined;

/** Whether the vectors of the run on screen are in memory. */
export const areVectorsHere = (): boolean =>
  currentVectors() !== undefined ||
  (reading !== undefined && reading.isHere && reading.started === labStore.getState().run.record?.started);

/**
 * The vectors of the run on screen: from memory, or read back when they are first asked for. Where they were not here they are
 * looked for again once other files are given or another run is kept.
 * @throws InputError with a sentence where they are not here any more, FetchError where their host does not serve them
 */
export function vectorsOnScreen(): Promise<EvaluationInput> {
  const here = currentVectors();
  if (here) return Promise.resolve(here.input);
  const state = labStore.getState();
  const { files, history, run } = state;
  const started = run.record?.started ?? '';
  const isSame = reading?.files === files && reading.history === history;
  if (reading?.started === started && (reading.isHere || isSame)) return reading.input;
  const mine: Reading = { started, files, history, input: read(state), isHere: false };
  reading = mine;
  mine.input.then(
    () => (mine.isHere = true),
    () => undefined,
  );
  return mine.input;
}

async function read({ run: { record }, evidence }: LabState): Promise<EvaluationInput> {
  const request = requestOnScreen();
  const pictures = record && (await picturesOfKept(record.started));
  if (!record || !evidence || !request || !pictures) throw new InputError(NOT_KEPT);
  const emit = (event: RunEvent) => {
    if (event.kind === 'notice') notify(event.sentence);
    else if (event.kind === 'not-kept') notKept(event.what, event.why);
  };
  const { names, qrels } = evidence;
  const { readBack } = await part(import('../../run/read-back'));
  return readBack({ record, names, qrels: qrels.textToImage, pictures }, request, {
    ports: pagePorts,
    emit,
    signal: new AbortController().signal,
    network: DEFAULT_RETRY_POLICY,
  });
}

const NOT_KEPT = 'This run is not kept any more, so its vectors cannot be found again.';
