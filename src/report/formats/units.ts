import { bytes, count, percent, perSecond } from './format';

/** What a number counts or measures, and how it is shown. */
const FORMATS = {
  /** Text, and numbers that are names, such as a dimension. */
  '': String,
  count,
  share: percent,
  percent,
  rank: (value: number) => value.toFixed(1),
  bytes,
  /** 10^6 bytes. */
  MB: (value: number) => String(Number(value.toPrecision(3))),
  s: (value: number) => String(Number(value.toPrecision(3))),
  'queries/s': perSecond,
} satisfies Record<string, (value: number) => string>;

export type Unit = keyof typeof FORMATS;

/** A value as the table shows it; – where there is none, and for a number that is none. */
export function formatted(value: string | number | null, unit: Unit): string {
  if (value === null || Number.isNaN(value)) return '–';
  return typeof value === 'string' ? value : FORMATS[unit](value);
}
