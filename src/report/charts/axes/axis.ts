/** An axis of a chart: from where to where, and what is written along it. */
export interface Axis {
  /** At the left or the bottom, and at the right or the top. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly scale: 'linear' | 'log';
  /** The value at which a cut axis starts; null where the axis is whole. */
  readonly startsAt: number | null;
  format(value: number): string;
}

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** The smallest round step by which a length is passed in at most so many. */
export const roundStep = (length: number, most: number): number =>
  STEPS.find((step) => length / step <= most + 1e-9) ?? 10 ** Math.ceil(Math.log10(length / most));

/** The multiples of a step from one number to another, both among them where they are multiples. */
export const multiples = (step: number, from: number, to: number): number[] => {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toFixed(6)),
  );
};
