import { DIRECTIONS, type Direction } from '../../protocol/direction';
import { directionInitials, directionName, type SideNames } from '../../protocol/side-names';
import type { DirectionResult, Memory, ResultRow } from '../../sweep/results/result';
import { count } from '../formats/format';
import { formatted, type Unit } from '../formats/units';

/** A column of every table: files, the page and the command line. */
export interface Column {
  /** Its name in files. */
  readonly key: string;
  /** Its heading on screen. */
  readonly label: string;
  /** What it holds, in full. */
  readonly title: string;
  readonly unit: Unit;
  readonly group: Group;
  /** The direction that it is of; absent where of none or both. */
  readonly direction?: Direction;
  /** Null where there is no such number. */
  value(row: ResultRow): string | number | null;
  /** A cell's text on screen where it says more than the value. */
  show?(row: ResultRow): string;
  /** What a cell says when pointed at. */
  hint?(row: ResultRow): string | undefined;
}

export type Group =
  | 'cell'
  | 'metric'
  | 'rank'
  | 'ties'
  | 'interval'
  | 'difference'
  | 'loss'
  | 'speed'
  | 'rough speed'
  | 'memory';

/** A cell's text on screen; – where there is nothing. */
export const textOf = (column: Column, row: ResultRow): string =>
  column.show?.(row) ?? formatted(column.value(row), column.unit);

/** Whether a column's heading says points: hundredths of the shares that are its values. */
export const isInPoints = ({ group }: Column): boolean => group === 'difference';

/** A column's heading where it names the unit, once for all cells: R@10 t→i (%), Bytes/vector. */
export const headingOf = (column: Column): string =>
  (column.unit === 'share' || column.unit === 'percent') && !isInPoints(column)
    ? `${column.label} (%)`
    : column.label;

/** A cell's text below such a heading. */
export function bareTextOf(column: Column, row: ResultRow): string {
  const value = column.value(row);
  return column.unit === 'bytes' && typeof value === 'number'
    ? count(value)
    : textOf(column, row).replace(/ %$/, '');
}

/** What a column is called; its title is its label unless given. */
export interface Named extends Pick<Column, 'key' | 'label' | 'unit' | 'group'> {
  readonly title?: string;
}

/** A number of one direction; null or undefined where there is none. */
type Take = (result: DirectionResult) => number | null | undefined;

/** The reference calls images "video", and so do its column names. */
const PREFIXES: Readonly<Record<Direction, string>> = { textToImage: 't2v', imageToText: 'v2t' };

/** The key of a column in one direction: t2v_mrr. */
export const keyIn = (direction: Direction, key: string): string => `${PREFIXES[direction]}_${key}`;

/** A column of the cell itself. */
export const cell = ({ title, ...named }: Omit<Named, 'group'>, value: Column['value']): Column => ({
  ...named,
  title: title ?? named.label,
  group: 'cell',
  value,
});

/** A column of one direction; `withSides` adds which to its label and title. */
export const inDirection = (direction: Direction, { title, ...named }: Named, take: Take): Column => ({
  ...named,
  key: keyIn(direction, named.key),
  title: title ?? named.label,
  direction,
  value: ({ [direction]: result }) => take(result) ?? null,
});

/** The same column, with its direction in its label and title as the sides of a run are called. */
export const withSides =
  (sides: SideNames) =>
  (column: Column): Column =>
    column.direction === undefined
      ? column
      : {
          ...column,
          label: `${column.label} ${directionInitials(sides, column.direction)}`,
          title: `${column.title}, ${directionName(sides, column.direction)}`,
        };

/** A column for each direction. */
export const both = (named: Named, take: Take): Column[] =>
  DIRECTIONS.map((direction) => inDirection(direction, named, take));

/** A column that needs both directions. */
export const joint = (
  { title, ...named }: Named,
  value: (t2v: DirectionResult, v2t: DirectionResult) => number,
): Column => ({
  ...named,
  title: title ?? named.label,
  value: ({ textToImage, imageToText }) => value(textToImage, imageToText),
});

/** A metric in each direction and their mean. */
export const averaged = (
  named: Pick<Named, 'key' | 'label' | 'title'>,
  take: (result: DirectionResult) => number,
): Column[] => {
  const metric = { ...named, unit: 'share', group: 'metric' } as const;
  return [...both(metric, take), joint(meanOf(metric), (t2v, v2t) => (take(t2v) + take(v2t)) / 2)];
};

/** The names of what is the mean of both directions. */
export const meanOf = ({ title, ...named }: Named): Named & { readonly title: string } => ({
  ...named,
  key: `avg_${named.key}`,
  label: `${named.label} mean`,
  title: `${title ?? named.label}, mean of both directions`,
});

/** A column of what a cell's vectors take. */
export const memory = (
  { title, ...named }: Omit<Named, 'group'>,
  value: (memory: Memory, row: ResultRow) => number,
): Column => ({
  ...named,
  title: title ?? named.label,
  group: 'memory',
  value: (row) => value(row.memory, row),
});
