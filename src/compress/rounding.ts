/** More than a double can count in halves: what is added to it is rounded to a whole number, ties to even. */
const NO_FRACTION = 1.5 * 2 ** 52;

/** The nearest whole number, halves to even, as `numpy.round`; exact for |x| < 2^51. */
export function roundHalfToEven(x: number): number {
  return x + NO_FRACTION - NO_FRACTION;
}
