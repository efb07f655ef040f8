import { readChoices, saveChoices } from '../storage/last-choices';
import { fromFragment, toFragment } from './link';
import { labStore, setChoices } from './store';

/** Choices are written down so long after the last change, milliseconds. */
const DELAY = 300;

/** Brings back the choices of the last visit, unless a link says which to take; then writes down what they become. */
export async function rememberChoices(): Promise<void> {
  const { choices: before } = labStore.getState();
  const isLinked = location.hash.length > 1;
  const last = isLinked ? '' : await readChoices().catch(() => '');
  const isUntouched = labStore.getState().choices === before;
  if (last && isUntouched) setChoices(() => fromFragment(last).choices);
  let timer: ReturnType<typeof setTimeout> | undefined;
  labStore.subscribe(({ choices }, old) => {
    if (choices === old.choices) return;
    clearTimeout(timer);
    timer = setTimeout(() => void saveChoices(toFragment(choices)).catch(() => undefined), DELAY);
  });
}
