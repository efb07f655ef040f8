import { cellKey } from '../../sweep/plan/setting';
import type { ResultRow } from '../../sweep/results/result';
import type { Column } from '../columns/column';
import { averages, summaryByCandidate } from '../columns/summary';
import { primaryKIndex } from '../../sweep/results/primary-k';
import type { PoolPoint, PoolSeries } from './series';

/** A metric that the reference draws over pool sizes, in a file of its own. */
export interface SummaryMetric {
  /** The name of its picture, without the ending. */
  readonly fileName: string;
  readonly label: string;
  /** The mean of both directions in a cell. */
  readonly column: Column;
  readonly ks: readonly number[];
  /** What a random order of the candidates scores with one relevant item. */
  chance(candidates: number): number;
}

/** Recall at the K of the reference's columns, and MRR over the whole pool. */
export function summaryMetrics(ks: readonly number[]): SummaryMetric[] {
  const k = ks[primaryKIndex(ks)];
  const [recall, mrr] = averages(ks);
  return [
    {
      fileName: `summary_recall${k}`,
      label: `Recall@${k}`,
      column: recall,
      ks,
      chance: (candidates) => Math.min(1, k / candidates),
    },
    {
      fileName: 'summary_mrr',
      label: 'MRR',
      column: mrr,
      ks,
      chance: (candidates) => harmonic(candidates) / candidates,
    },
  ];
}

/**
 * The metric over pool size, mean of both directions: a series for each space × precision, and in each point
 * `mean`, that of all of them, as in `summary_by_candidate.csv`.
 */
export function summarySeries(
  rows: readonly ResultRow[],
  { column, ks, chance }: SummaryMetric,
): { series: PoolSeries[]; points: PoolPoint[] } {
  const series = new Map<string, PoolSeries>();
  const points = summaryByCandidate(rows, ks).map(({ candidateSize, means }) => {
    const point: Record<string, number> = { mean: means[column.key] };
    const ofPool = rows.filter((other) => other.candidateSize === candidateSize);
    for (const row of ofPool) {
      const { dim, projection, precision } = row;
      const id = cellKey(row);
      series.set(id, { id, dim, projection, precision });
      point[id] = Number(column.value(row));
    }
    const [{ textToImage, imageToText }] = ofPool;
    const atChance = (chance(textToImage.candidates) + chance(imageToText.candidates)) / 2;
    return { ...point, candidates: candidateSize, chance: atChance };
  });
  return { series: [...series.values()], points };
}

/** 1 + 1/2 + … + 1/n. */
const harmonic = (n: number): number =>
  Array.from({ length: n }, (_, i) => 1 / (i + 1)).reduce((sum, term) => sum + term, 0);
