import { renamed } from '../../dataset/named-apart';
import { messageOf } from '../../lib/errors';
import { part } from '../../lib/part';
import { readSet, type KeptFile, type KeptSet } from '../../storage/kept/kept-set';
import { NO_FILES } from '../lab-state';
import { labStore, notify, setKept } from '../store';
import { holdCopies, keep, removeOthers, showRemembered } from './keep-files';
import { namesOf } from './names';
import { listed, placed, slotsOf } from './slots';

/** Gives the files of the last visit back, as far as they can be read without a question. */
export async function restoreFiles(): Promise<void> {
  try {
    const set = await readSet();
    await removeOthers(set?.pack ?? null);
    if (!set) return;
    await holdCopies(set.pack);
    if (labStore.getState().files === NO_FILES) show(set, await read(set, false));
  } catch (error) {
    notify(`Could not read the files of your last visit: ${messageOf(error)}`);
  }
}

/** Asks the person to allow the page to read the files again that it has handles of. Only in answer to a click. */
export async function allowReading(): Promise<void> {
  const { kept } = labStore.getState();
  if (kept) show(kept, await read(kept, true));
}

const read = async (set: KeptSet, mayAsk: boolean): Promise<readonly (File | null)[]> =>
  (await part(import('./read-back'))).readBack(set, mayAsk);

function show(set: KeptSet, files: readonly (File | null)[]): void {
  setKept(
    set,
    set.files.filter((_, i) => files[i] === null),
  );
  showRemembered(placed(set.files.flatMap(({ slot }, i) => (files[i] ? [{ slot, file: files[i] }] : []))));
}

/** Puts files in the places of those that were missing. Once none is, all are remembered anew, under the same id. */
export async function fillIn(found: ReadonlyMap<KeptFile, File>): Promise<void> {
  const { kept, missing, files } = labStore.getState();
  const stillMissing = missing.filter((file) => !found.has(file));
  setKept(kept, stillMissing);
  const all = kept?.files ?? [];
  const names = new Map(namesOf(all).map((name, i) => [all[i].path, name]));
  const given = [...found].map(([{ slot, path }, file]) => ({
    slot,
    file: renamed(file, names.get(path) ?? file.name),
  }));
  const filled = placed([...listed(files), ...given]);
  showRemembered(filled);
  if (stillMissing.length === 0) await keep(filled, kept!.id);
}

/** Those of the missing files that a run with the current choices would read. */
export const missingNow = ({
  missing,
  choices,
}: Pick<ReturnType<typeof labStore.getState>, 'missing' | 'choices'>): KeptFile[] =>
  missing.filter(({ slot }) => slotsOf(choices).includes(slot));
