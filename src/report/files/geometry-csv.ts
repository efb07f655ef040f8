import type { CellGeometry } from '../../sweep/results/cell-geometry';
import type { Direction } from '../../protocol/direction';
import { SIDES } from '../../protocol/direction';
import type { RowNames } from '../../protocol/row-names';
import { directionName, type SideNames } from '../../protocol/side-names';
import { separation } from '../../retrieval/geometry/pair-cosines';
import { setting } from '../charts/told/columns';
import { toCsv, type ExportColumn } from './csv';

type Measured = CellGeometry & { readonly sides: SideNames };

const cellColumns: readonly ExportColumn<Measured>[] = [
  { key: 'direction', value: ({ sides, direction }) => directionName(sides, direction) },
  ...setting,
];

const figureColumns: readonly ExportColumn<Measured>[] = [
  { key: 'k', value: ({ hubness }) => hubness.k },
  { key: 'gallery', value: ({ hubness }) => hubness.counts.length },
  { key: 'count_mean', value: ({ hubness }) => hubness.mean },
  { key: 'count_largest', value: ({ hubness }) => hubness.largest },
  { key: 'count_skewness', value: ({ hubness }) => hubness.skewness },
  { key: 'never_found', value: ({ hubness }) => hubness.never },
  { key: 'pairs', value: ({ geometry }) => geometry?.cosines.right.pairs ?? null },
  { key: 'right_cosine_mean', value: ({ geometry }) => geometry?.cosines.right.mean ?? null },
  { key: 'right_cosine_deviation', value: ({ geometry }) => geometry?.cosines.right.deviation ?? null },
  { key: 'wrong_cosine_mean', value: ({ geometry }) => geometry?.cosines.wrong.mean ?? null },
  { key: 'wrong_cosine_deviation', value: ({ geometry }) => geometry?.cosines.wrong.deviation ?? null },
  { key: 'separation', value: ({ geometry }) => geometry && separation(geometry.cosines) },
  { key: 'modality_gap', value: ({ geometry }) => geometry?.gap ?? null },
];

/** The text of `hubs_and_gaps.csv`: a line for each cell and direction that was looked at; empty where codes stand for no vectors. */
export const hubsAndGapsCsv = (cells: readonly CellGeometry[], sides: SideNames): string =>
  toCsv(
    [...cellColumns, ...figureColumns],
    cells.map((cell) => ({ ...cell, sides })),
  );

const nameOf = (names: RowNames, direction: Direction, item: number): string | number =>
  (SIDES[direction].gallery === 'image'
    ? (names.fileNames?.[item] ?? names.imageIds?.[item])
    : names.textIds?.[item]) ?? item;

/** The text of `hub_counts.csv`: for each of these cells and each gallery item, of how many queries it is among the first k. */
export const hubCountsCsv = (cells: readonly CellGeometry[], names: RowNames, sides: SideNames): string =>
  toCsv(
    [
      ...cellColumns,
      { key: 'item', value: ({ item }) => nameOf(names, item.direction, item.row) },
      { key: 'queries', value: ({ count }) => count },
    ] as readonly ExportColumn<Measured & { item: { direction: Direction; row: number }; count: number }>[],
    cells.flatMap((cell) =>
      Array.from(cell.hubness.counts, (count, row) => ({
        ...cell,
        sides,
        count,
        item: { direction: cell.direction, row },
      })),
    ),
  );
