import type { ResultRow } from '../../sweep/results/result';
import { referenceColumns } from './reference-columns';

/** A column of summary_by_candidate.csv. */
export interface SummaryColumn {
  readonly key: string;
  value(row: CandidateSummary): number;
}

/** Means over the cells of one candidate size, by column key. */
export interface CandidateSummary {
  readonly candidateSize: number;
  readonly means: Readonly<Record<string, number>>;
}

/** The two averages that the reference summarises: Recall at its cut-off, and MRR. */
export function averages(ks: readonly number[]) {
  return referenceColumns(ks).filter(({ key }) => key.startsWith('avg_recall@') || key === 'avg_mrr');
}

/** The reference's columns: candidate_size, avg_recall@K and avg_mrr, K as in `referenceColumns`. */
export function summaryColumns(ks: readonly number[]): SummaryColumn[] {
  return [
    { key: 'candidate_size', value: (row) => row.candidateSize },
    ...averages(ks).map(({ key }) => ({ key, value: (row: CandidateSummary) => row.means[key] })),
  ];
}

/**
 * Means over all cells of each candidate size, ascending, as the reference's `groupby('candidate_size').mean()`.
 */
export function summaryByCandidate(rows: readonly ResultRow[], ks: readonly number[]): CandidateSummary[] {
  const sizes = [...new Set(rows.map((row) => row.candidateSize))].sort((a, b) => a - b);
  return sizes.map((candidateSize) => {
    const cells = rows.filter((row) => row.candidateSize === candidateSize);
    const mean = (value: (row: ResultRow) => string | number | null) =>
      cells.reduce((sum, row) => sum + Number(value(row)), 0) / cells.length;
    return {
      candidateSize,
      means: Object.fromEntries(averages(ks).map(({ key, value }) => [key, mean(value)])),
    };
  });
}
