/** What all charts share, so that they read alike. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export const AXIS = {
  stroke: 'var(--axis)',
  tick: { fill: 'var(--muted)', fontSize: 12 },
  tickLine: false,
} as const;

export const GRID = { stroke: 'var(--grid)', vertical: false } as const;

/** A share on an axis: .8; at most three decimals, 0 and 1 without any. */
export const share = (value: number): string => String(Number(value.toFixed(3))).replace(/^(-?)0\./, '$1.');
