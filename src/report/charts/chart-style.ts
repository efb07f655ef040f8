/** What all charts share, so that they read alike. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** The words of a chart. Attributes, not a class, so that a chart looks the same in a file without the page's styles. */
export const LABEL = { fill: 'var(--muted)', fontSize: 12 } as const;

/** Parts words from what lies below them. */
export const HALO = {
  stroke: 'var(--surface)',
  strokeWidth: 3,
  strokeLinejoin: 'round',
  paintOrder: 'stroke',
} as const;

export const AXIS = {
  stroke: 'var(--axis)',
  tick: LABEL,
  tickLine: false,
} as const;

export const GRID = { stroke: 'var(--grid)', vertical: false } as const;

/** The room around a plot: its axis titles below, half a tick label at the right. */
export const MARGIN = { top: 8, right: 20, bottom: 22, left: 0 } as const;

/** A share on an axis: 80 %, 97.5 %. */
export const shareTick = (value: number): string => `${Number((100 * value).toFixed(1))} %`;

/** A cosine on an axis: .8; 0 and 1 without decimals. */
export const cosineTick = (value: number): string =>
  String(Number(value.toFixed(3))).replace(/^(-?)0\./, '$1.');

/** Pixels: the room of a vertical axis, enough for 97.5 %. */
export const Y_WIDTH = 48;

/** The axis of a share such as Recall@K, whole: never cut. */
export const SHARE_AXIS = {
  ...AXIS,
  domain: [0, 1],
  ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
  tickFormatter: shareTick,
  width: Y_WIDTH,
};

/** The title below a horizontal axis. */
export const titled = (value: string) => ({ value, position: 'bottom', offset: 2, ...LABEL }) as const;
