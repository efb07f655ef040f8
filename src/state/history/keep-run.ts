import { messageOf } from '../../lib/errors';
import type { Choices } from '../../protocol/choices';
import { deleteKeptRun, saveKeptRun } from '../../storage/run-history';
import type { LabState } from '../lab-state';
import { toFragment } from '../link';
import { notKept, setHistory } from '../store';
import { entryOf, freeName } from './kept-entry';
import { evidenceToKeep } from './kept-evidence';
import { bytesOf } from './kept-size';
import { beyondLimit } from './limit';
import { readHistory } from './read-history';

/**
 * Keeps a run that has ended, with what is known of its queries, and lets go of the oldest that are too many. A run without
 * rows is not kept.
 * @param choices that it was started with
 * @param pictures SHA-256 of its pictures by file name
 */
export async function keepRun(
  { run, evidence }: Pick<LabState, 'run' | 'evidence'>,
  choices: Choices,
  pictures: ReadonlyMap<string, string>,
): Promise<void> {
  const entry = entryOf(run, toFragment(choices));
  if (!entry) return;
  try {
    const ofRun = { run, evidence: evidence && evidenceToKeep(evidence), pictures };
    const name = freeName(entry.name, await readHistory());
    await saveKeptRun(entry.id, { ...entry, name, bytes: bytesOf(ofRun) }, ofRun);
    const tooMany = beyondLimit(await readHistory());
    for (const { id } of tooMany) await deleteKeptRun(id);
    setHistory(await readHistory());
  } catch (error) {
    notKept('history', messageOf(error));
  }
}
