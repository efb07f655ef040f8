/** The words of the setting that all others are compared with. */
export const BASELINE_TEXT = {
  label: 'Compared with',
  own: 'fp32, untouched',
  none: 'nothing',
  pin: (cell: string) => `Compare with ${cell}`,
  paired: (cell: string) =>
    `Differences are from ${cell}, query by query in the same pools; ± is half of a 95 % interval (1.96 standard errors, clustered by image).`,
  plain: (cell: string) =>
    `Differences are from ${cell}. They are of two separate measurements, so that they have no intervals.`,
};
