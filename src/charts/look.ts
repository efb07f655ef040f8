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

/** A share on an axis: .8; 0 and 1 without decimals. */
export const share = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(3).replace(/^0/, '').replace(/0+$/, '');
