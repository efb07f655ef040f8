import type { SideName } from '../../protocol/side-names';
import type { LossPart } from '../../report/charts/losses';
import { counted, countedAs } from '../../report/formats/format';
import { poolInWords, type Pool } from '../../report/formats/pools';

/** The words of the charts, apart from sentences about a cell, which stand in src/report. */

export const POOL_CHART = {
  title: (measure: string) => `${measure} against pool size`,
  x: 'candidates in the pool',
  panel: (space: string, isNarrow: boolean) => (isNarrow ? space : `Dimensions: ${space}`),
  candidates: (size: number) => counted(size, 'candidate'),
  chanceLine: (chance: string) => `${chance}, one relevant item`,
};

/** What all plots say. */
export const PLOT = {
  startsAt: (value: string, isNarrow: boolean) => `${isNarrow ? 'from' : 'axis starts at'} ${value}`,
  chance: (measure: string) => `${measure} by chance`,
  points: 'Points of this chart',
  none: 'no point chosen',
  keys: 'Arrow keys go from point to point, Escape leaves.',
};

export const FRONTIER = {
  title: (measure: string, pools: string | undefined) =>
    [`${measure} against bytes per vector`, pools].filter(Boolean).join(', '),
  x: 'bytes of a stored gallery vector',
  budget: (bytes: string) => `at most ${bytes}`,
};

export const SPEED_CHART = {
  title: (measure: string, pool: Pool | undefined) =>
    pool === undefined || pool.wholeGallery
      ? `${measure} against speed, the whole gallery`
      : `${measure} in ${poolInWords(pool)} against speed in the whole gallery`,
  x: 'queries per second, slowest–fastest sample',
};

export const DIRECTIONS_CHART = {
  title: (across: string, up: string, pools: string | undefined) =>
    [`${up} against ${across}`, pools].filter(Boolean).join(', '),
  axis: (measure: string, direction: string) => `${measure}, ${direction}`,
  below: (direction: string) => `${direction} is better`,
  above: (direction: string) => `${direction} is better`,
};

export const LEGEND = {
  label: 'Legend',
  chance: 'chance for one relevant item',
  comparedWith: (cell: string) => `compared with ${cell}`,
  dominated: 'faint: no better than a setting that is smaller or faster',
};

const MISSING_BASELINE =
  'they were measured without the baseline for losses (fp32 at the base dimension, over the whole gallery).';

export const LOSS = {
  map: (k: number, where: string) => `Loss map: Recall@${k}, ${where}`,
  bars: (where: string) => `Where the loss comes from: ${where}`,
  where: (direction: string, pools: string) => `${direction}, ${pools}`,
  figureBars: (pools: string, against: string) => `Where the loss comes from, ${pools}, against ${against}`,
  none: `The loss of these cells cannot be broken down: ${MISSING_BASELINE}`,
  explained: 'What leads to',
  steps: 'What each step costs',
  x: (k: number) => `points of Recall@${k} lost`,
  sum: 'sum',
  parts: 'Parts of the loss',
  partLabels: {
    dimension: 'dimension',
    precision: 'precision',
  } satisfies Record<LossPart, string>,
};

export const LOSS_MAP = {
  caption: (k: number, pools: string) =>
    `Recall@${k} in ${pools}, dimensions and projections in rows, precisions in columns`,
  dimensions: 'dimensions',
  enlarged: 'enlarged',
  showInTable: 'Show in the table.',
  pending: 'not computed',
  note: (k: number, baseline: string, haveIntervals: boolean) =>
    `Recall@${k}, and below it the difference from ${baseline} in the same pools, in points${haveIntervals ? ' ± half of the 95 % interval. ○ no difference seen' : ''}.`,
  noteWithoutDifference: (k: number, baseline: string) =>
    `Recall@${k}. These cells have no differences from ${baseline}.`,
};

export const FIGURE_TEXT = {
  title: (data: string, items: number, item: SideName | undefined, pools: string) =>
    `${data} · ${item ? countedAs(items, item) : counted(items, 'picture')} · ${pools} pools`,
  poolChart: (k: number, direction: string) => `Recall@${k}, ${direction}`,
  bytesChart: (k: number, pools: string) => `Recall@${k} against bytes per vector, ${pools}`,
  summary: (metric: string, directions: readonly string[]) =>
    `${metric}, mean of ${directions.join(' and ')}`,
  summaryMean: 'mean of all dimensions and precisions',
  tooLarge: 'the picture is too large',
};
