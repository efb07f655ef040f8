import { baseName } from '../../lib/base-name';
import type { ArrayInfo } from '../vectors/array-info';
import type { ArraySource, VectorFile } from '../vectors/array-source';
import { openItemTexts, type ItemTexts } from './item-texts';
import type { Judgements } from './judgements';
import { readQrels } from './read-qrels';

/** A file of judgements as an array of its own kind, which has the name of the file. */
export async function judgementsSource({
  name,
  blob,
}: VectorFile): Promise<ArraySource & { judgements: Judgements }> {
  const judgements = await readQrels(blob, name);
  const info: ArrayInfo = { name, type: 'qrels', shape: [judgements.grades.length, 3] };
  return { arrays: [info], judgements, read: async () => new Map() };
}

/** A file of texts as the array of its ids: `corpus/_id`. */
export async function textsSource({ name, blob }: VectorFile): Promise<ArraySource & { texts: ItemTexts }> {
  const texts = await openItemTexts(blob, name);
  const { ids } = texts;
  const own = `${baseName(name).replace(/\.[^.]*$/, '')}/_id`;
  return {
    arrays: [{ name: own, type: 'U', shape: [ids.length], isBeside: true }],
    texts,
    read: async (names) =>
      new Map(names.has(own) ? [[own, { dtype: 'U', shape: [ids.length], data: ids }]] : []),
  };
}
