import { DEMO_MODEL } from '../encoder/catalogue/catalogue';
import { openAhead } from '../run/encoder/open-ahead';
import { isRunning } from './lab-state';
import { pagePorts } from './page-ports';
import { labStore } from './store';

/** Chromium's word on whether somebody pays for what is loaded. */
interface Connection {
  readonly saveData?: boolean;
}

/**
 * Opens the encoder of the demo, if that is what the choices name and nothing was run yet: it comes with the page, and compiling the
 * runtime and the model takes longer than reading the first sentence. One that cannot be opened is left to the run, which says why.
 */
export async function openDemoAhead(): Promise<void> {
  const state = labStore.getState();
  const { choices, files, run } = state;
  const { connection } = navigator as { connection?: Connection };
  const isDemo = choices.data === 'demo' && choices.model === DEMO_MODEL.id;
  if (!isDemo || isRunning(state) || run.status !== 'idle' || connection?.saveData) return;
  await openAhead({ choices, files }, pagePorts);
}
