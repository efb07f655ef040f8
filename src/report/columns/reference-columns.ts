import { mrr } from '../../retrieval/metrics/mrr';
import { ndcg } from '../../retrieval/metrics/ndcg';
import { recall } from '../../retrieval/metrics/recall';
import { primaryKIndex } from '../../sweep/results/primary-k';
import type { DirectionResult, ResultRow } from '../../sweep/results/result';
import type { Column } from './column';
import { averaged, both, cell, joint, memory } from './column';

const MEGABYTE = 1e6;

/** Bytes allocated for both sides, in 10^6 bytes. */
const megabytes = ({ memory: m }: ResultRow): number => (m!.text + m!.image) / MEGABYTE;

/** Seconds that all queries of a direction take at the median rate. */
const seconds = ({ queries, speed }: DirectionResult): number => queries / speed.median;

/** The columns of the reference's detailed_results.csv, in its order (PROTOCOL §8). */
export function referenceColumns(ks: readonly number[]): Column[] {
  const place = primaryKIndex(ks);
  const k = ks[place];
  return [
    cell('experiment', 'Experiment', (row) => row.experiment),
    cell('embedding_dim', 'Dimension', (row) => row.dim),
    cell('precision', 'Precision', (row) => row.precision),
    cell('candidate_size', 'Candidates', (row) => row.candidateSize),
    cell('num_samples', 'Pairs', (row) => row.samples),
    ...averaged(`recall@${k}`, `${recall.label}@${k}`, (result) => result.recall[place].mean),
    ...averaged('mrr', mrr.label, (result) => result.mrr.mean),
    ...averaged(`ndcg@${k}`, `${ndcg.label}@${k}`, (result) => result.ndcg[place].mean),
    ...both('time', 'Time for all queries', 's', 'speed', seconds),
    joint('total_time', 'Time', 's', 'speed', (t2v, v2t) => seconds(t2v) + seconds(v2t)),
    memory('memory_usage_mb', 'Memory, both sides', 'MB', megabytes),
    joint(
      'queries_per_second',
      'Queries per second',
      '1/s',
      'speed',
      (t2v, v2t) => (t2v.queries + v2t.queries) / (seconds(t2v) + seconds(v2t)),
    ),
    memory('mb_per_query', 'Memory per pair', 'MB', (row) => megabytes(row) / row.samples),
  ];
}
