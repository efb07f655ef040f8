import { DEFAULT_RETRY_POLICY } from '../../net/retry-policy';
import { encodeAsked, type Asked } from '../../run/ask';
import type { RunEvent } from '../../run/events';
import { pagePorts } from '../page-ports';
import { requestOnScreen } from '../reopen/request-on-screen';
import { labStore, notKept, notify } from '../store';

export type { Asked };

/** Whether sentences and pictures can be encoded as those of the run on screen were. */
export const canAsk = (): boolean => {
  const request = requestOnScreen();
  return request !== undefined && request.choices.data !== 'npz';
};

/**
 * The vector of a sentence or picture by the model of the run on screen.
 * @param emit is told what is loaded
 * @throws as `encodeAsked` does
 */
export async function encode(
  asked: Asked,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<Float32Array> {
  const request = requestOnScreen();
  const { record } = labStore.getState().run;
  if (!request || !record) throw new TypeError('No run is on screen whose choices are known.');
  const report = (event: RunEvent) => {
    if (event.kind === 'notice') notify(event.sentence);
    else if (event.kind === 'not-kept') notKept(event.what, event.why);
    else emit(event);
  };
  return encodeAsked(asked, request, record, {
    ports: pagePorts,
    emit: report,
    signal,
    network: DEFAULT_RETRY_POLICY,
  });
}
