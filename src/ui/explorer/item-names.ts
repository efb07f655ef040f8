import { SIDES, type Direction } from '../../protocol/direction';
import type { RowNames } from '../../protocol/row-names';

/** What the rows of a direction's two sides are called: a text's caption, a picture's file name, else an id or a number. */
export interface ItemNames {
  readonly query: (row: number) => string;
  readonly gallery: (row: number) => string;
}

export function itemNames(
  { captions, textIds, fileNames, imageIds }: RowNames,
  direction: Direction,
): ItemNames {
  const first =
    (...lists: (readonly (number | string)[] | undefined)[]) =>
    (row: number): string => {
      const name = lists.map((list) => list?.[row]).find((one) => one !== undefined && one !== '');
      return name === undefined ? `#${row}` : String(name);
    };
  const sides = { text: first(captions, textIds), image: first(fileNames, imageIds) };
  const { query, gallery } = SIDES[direction];
  return { query: sides[query], gallery: sides[gallery] };
}
