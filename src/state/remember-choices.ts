import { readChoices, saveChoices } from '../storage/last-choices';
import { fromFragment, toFragment } from './link';
import { labStore, setChoices } from './store';

/** Brings back the choices of the last visit, unless a link says which to take; then writes down what they become, at once: a reload may follow. */
export async function rememberChoices(): Promise<void> {
  const { choices: before } = labStore.getState();
  const isLinked = location.hash.length > 1;
  const last = isLinked ? '' : await readChoices().catch(() => '');
  const isUntouched = labStore.getState().choices === before;
  if (last && isUntouched) setChoices(() => fromFragment(last).choices);
  labStore.subscribe(({ choices }, old) => {
    if (choices !== old.choices) void saveChoices(toFragment(choices)).catch(() => undefined);
  });
}
