import type { Spread } from './statistics';

/** A table whose first row is its head; the first column is text, the others are numbers. */
export function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...lines.map(line)].join('\n');
}

/** A number with about three digits: 0.0123, 1.23, 12.3, 1234. */
export function digits(value: number): string {
  if (value === 0) return '0';
  const places = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places });
}

export function seconds(value: number): string {
  return value < 1 ? `${digits(value * 1000)} ms` : `${digits(value)} s`;
}

/** The median of times and how far they spread. */
export const spread = ({ median, least, most }: Spread): string =>
  `${seconds(median)} (${seconds(least)}–${seconds(most)})`;

export const megabytes = (bytes: number): string => `${digits(bytes / 1e6)} MB`;

export const times = (ratio: number): string => `${digits(ratio)}×`;
