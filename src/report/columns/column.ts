import { DIRECTION_LABELS, DIRECTIONS } from '../../protocol/direction';
import type { DirectionResult, ResultRow } from '../../sweep/results/result';

/** A column of exported tables: what files call it, what the screen calls it, and its raw value in a row. */
export interface Column {
  readonly name: string;
  readonly label: string;
  /** Empty for plain numbers and text. */
  readonly unit: '' | 'bytes' | 'MB' | 's' | '1/s';
  readonly group:
    'cell' | 'metric' | 'rank' | 'ties' | 'interval' | 'difference' | 'loss' | 'speed' | 'memory';
  /** Null where the cell could not be computed. */
  value(row: ResultRow): string | number | null;
}

export type Group = Column['group'];

/** A number of one direction; null or undefined where it could not be computed. */
export type Pick = (result: DirectionResult) => number | null | undefined;

/** The reference calls images "video", and so do its column names. */
const PREFIXES = { textToImage: 't2v', imageToText: 'v2t' } as const;

/** A column for each direction. */
export function both(name: string, label: string, unit: Column['unit'], group: Group, pick: Pick): Column[] {
  return DIRECTIONS.map((direction) => ({
    name: `${PREFIXES[direction]}_${name}`,
    label: `${label}, ${DIRECTION_LABELS[direction]}`,
    unit,
    group,
    value: ({ [direction]: result }) => (result ? (pick(result) ?? null) : null),
  }));
}

/** A column that needs both directions. */
export function joint(
  name: string,
  label: string,
  unit: Column['unit'],
  group: Group,
  value: (t2v: DirectionResult, v2t: DirectionResult) => number,
): Column {
  return {
    name,
    label,
    unit,
    group,
    value: ({ textToImage, imageToText }) =>
      textToImage && imageToText ? value(textToImage, imageToText) : null,
  };
}

/** A metric in each direction and their mean. */
export function averaged(name: string, label: string, pick: (result: DirectionResult) => number): Column[] {
  return [
    ...both(name, label, '', 'metric', pick),
    joint(`avg_${name}`, `${label}, mean`, '', 'metric', (t2v, v2t) => (pick(t2v) + pick(v2t)) / 2),
  ];
}

export function memory(
  name: string,
  label: string,
  unit: 'bytes' | 'MB',
  value: (row: ResultRow) => number,
): Column {
  return { name, label, unit, group: 'memory', value: (row) => (row.memory ? value(row) : null) };
}

/** A plain column of the cell itself. */
export function cell(name: string, label: string, value: Column['value']): Column {
  return { name, label, unit: '', group: 'cell', value };
}
