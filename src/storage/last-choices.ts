import { createStore, get, set, type UseStore } from 'idb-keyval';

/** The choices of the last visit, as a link's fragment. */
let opened: UseStore | undefined;
const store = (): UseStore => (opened ??= createStore('retrieval-lab-choices', 'choices'));

export const saveChoices = (fragment: string): Promise<void> => set('last', fragment, store());

export async function readChoices(): Promise<string> {
  const fragment = await get<unknown>('last', store());
  return typeof fragment === 'string' ? fragment : '';
}
