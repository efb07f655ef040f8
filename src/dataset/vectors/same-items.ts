import type { RightPairs, RowIds } from './right-pairs';

/** Rows of the two sides that have the same id. */
export interface SameRows {
  readonly texts: Uint32Array;
  readonly images: Uint32Array;
}

/**
 * Texts and images of one kind that have the same id, and so are the same item, which BEIR never counts as an answer to itself; null
 * where there are none. Ids that only number the rows tell nothing. Where a right pair has the same id on both sides, ids
 * tell what belongs together, not what is the same: then `areRight` says so and none is given.
 */
export function sameRows(
  textIds: RowIds,
  imageIds: RowIds,
  { texts, images }: RightPairs,
): { readonly rows: SameRows | null; readonly areRight: boolean } {
  if (isNumbering(textIds) && isNumbering(imageIds)) return { rows: null, areRight: false };
  const areRight = texts.some((text, pair) => String(textIds[text]) === String(imageIds[images[pair]]));
  if (areRight) return { rows: null, areRight };
  const textRow = new Map(textIds.map((id, row) => [String(id), row]));
  const imageRow = new Map(imageIds.map((id, row) => [String(id), row]));
  const both = [...textRow].flatMap(([id, text]) => {
    const image = imageRow.get(id);
    return image === undefined ? [] : [[text, image] as const];
  });
  if (both.length === 0) return { rows: null, areRight };
  return {
    rows: {
      texts: Uint32Array.from(both, ([text]) => text),
      images: Uint32Array.from(both, ([, image]) => image),
    },
    areRight,
  };
}

const isNumbering = (ids: RowIds): boolean => ids.every((id, row) => id === row);
