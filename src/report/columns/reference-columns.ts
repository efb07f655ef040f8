import { TEXT_AND_IMAGE, type SideNames } from '../../protocol/side-names';
import { mrr } from '../../retrieval/metrics/mrr';
import { ndcg } from '../../retrieval/metrics/ndcg';
import { recall } from '../../retrieval/metrics/recall';
import { primaryKIndex } from '../../sweep/results/primary-k';
import type { DirectionResult, Memory } from '../../sweep/results/result';
import { upperFirst } from '../formats/format';
import { poolName } from '../formats/pools';
import { spaceName } from '../formats/spaces';
import type { Column } from './column';
import { averaged, both, cell, joint, memory } from './column';
import { atK, inWholePool } from './metric-columns';

/** Bytes allocated for both sides, in 10^6 bytes. */
const megabytes = ({ text, image }: Memory): number => (text + image) / 1e6;

/** Seconds that all queries of a direction take at the median rate. */
const seconds = ({ queries, speed }: DirectionResult): number => queries / speed.median;

/** The columns of the reference's detailed_results.csv, in its order (PROTOCOL §8). */
export function referenceColumns(ks: readonly number[], { image }: SideNames = TEXT_AND_IMAGE): Column[] {
  const place = primaryKIndex(ks);
  const k = ks[place];
  return [
    cell({ key: 'experiment', label: 'Experiment', unit: '' }, (row) => row.experiment),
    {
      ...cell({ key: 'embedding_dim', label: 'Dimension', unit: '' }, (row) => row.dim),
      show: spaceName,
    },
    cell({ key: 'precision', label: 'Precision', unit: '' }, (row) => row.precision),
    {
      ...cell(
        { key: 'candidate_size', label: 'Pool', title: 'Candidates in the pool', unit: 'count' },
        (row) => row.candidateSize,
      ),
      show: poolName,
    },
    cell(
      {
        key: 'num_samples',
        label: upperFirst(image.many),
        title: `${upperFirst(image.many)} in the run`,
        unit: 'count',
      },
      (row) => row.samples,
    ),
    ...averaged(atK(recall, k), (result) => result.recall[place].mean),
    ...averaged(inWholePool(mrr), (result) => result.mrr.mean),
    ...averaged(atK(ndcg, k), (result) => result.ndcg[place].mean),
    ...both(
      { key: 'time', label: 'Time', title: 'Time for all queries, roughly', unit: 's', group: 'rough speed' },
      seconds,
    ),
    joint(
      {
        key: 'total_time',
        label: 'Time',
        title: 'Time for all queries of both directions, roughly',
        unit: 's',
        group: 'rough speed',
      },
      (t2v, v2t) => seconds(t2v) + seconds(v2t),
    ),
    memory({ key: 'memory_usage_mb', label: 'MB', title: 'Memory of both sides', unit: 'MB' }, megabytes),
    joint(
      {
        key: 'queries_per_second',
        label: 'Queries/s',
        title: 'Queries of both directions per second, roughly',
        unit: 'queries/s',
        group: 'rough speed',
      },
      (t2v, v2t) => (t2v.queries + v2t.queries) / (seconds(t2v) + seconds(v2t)),
    ),
    memory(
      {
        key: 'mb_per_query',
        label: `MB/${image.one}`,
        title: `Memory of both sides per ${image.one}`,
        unit: 'MB',
      },
      (used, row) => megabytes(used) / row.samples,
    ),
  ];
}
