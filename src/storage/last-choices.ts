import { get, set } from 'idb-keyval';
import { openStore } from './database';

/** The choices of the last visit, as a link's fragment. */
const store = openStore({ name: 'choices', version: 1 });

export const saveChoices = (fragment: string): Promise<void> => set('last', fragment, store);

export async function readChoices(): Promise<string> {
  const fragment = await get<unknown>('last', store);
  return typeof fragment === 'string' ? fragment : '';
}
