const UNITS = ['B', 'kB', 'MB', 'GB'];

/** A number rounded to three significant figures. */
export const threeFigures = (value: number): number => Number(value.toPrecision(3));

/** Bytes with a decimal prefix and at most three figures: 512 B, 1.02 kB, 351 MB. */
export function byteCount(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (threeFigures(value) >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${threeFigures(value)} ${UNITS[unit]}`;
}
