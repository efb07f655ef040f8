import type { ItemTexts } from '../judgements/item-texts';
import { isText, type ArrayInfo } from './array-info';
import type { ArrayRoles } from './guess-roles';
import { isLabelName, sideOfName } from './name-words';
import type { RowIds } from './right-pairs';

type Side = 'text' | 'image';

/** What a person reads of the rows of each side; absent where nothing is known. */
export type SideLabels = Readonly<Partial<Record<Side, readonly string[]>>>;

/**
 * The arrays that hold what the rows of each side say: columns of text beside the vectors. Where both sides are in one table,
 * a name tells the side.
 */
export function labelArrays(
  arrays: readonly ArrayInfo[],
  roles: ArrayRoles,
): Partial<Record<Side, ArrayInfo>> {
  const taken = [roles.truth, roles.text_ids, roles.image_ids];
  const ofSide = (side: Side) =>
    arrays.find(
      (one) =>
        isText(one.type) &&
        one.shape.length === 1 &&
        one.shape[0] === roles[side].shape[0] &&
        one.table === roles[side].table &&
        !one.isBeside &&
        !taken.includes(one) &&
        isLabelName(one.name) &&
        (roles.text.table !== roles.image.table || sideOfName(one.name) === side),
    );
  const [text, image] = [ofSide('text'), ofSide('image')];
  return { ...(text && { text }), ...(image && { image }) };
}

/** The texts of the rows of one side from the file that has most of their ids; undefined where none has any. */
export async function textsOfSide(
  files: readonly ItemTexts[],
  side: Side,
  rowIds: RowIds,
): Promise<readonly string[] | undefined> {
  const ids = rowIds.map(String);
  const wanted = new Set(ids);
  const [best] = files
    .filter(({ name }) => (sideOfName(name) ?? side) === side)
    .map((file) => ({ file, found: file.ids.filter((id) => wanted.has(id)).length }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found);
  if (!best) return undefined;
  const texts = await best.file.textsOf(wanted);
  return ids.map((id) => texts.get(id) ?? '');
}
