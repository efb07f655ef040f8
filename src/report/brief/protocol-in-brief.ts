import type { SideNames } from '../../protocol/side-names';
import type { SweepConfig } from '../../protocol/sweep-config';
import { RESAMPLES } from '../../retrieval/resampling/bootstrap';
import { count, countedAs } from '../formats/format';

/** A part of the protocol: what it is about, and how it was done in a run. */
export interface Clause {
  readonly term: string;
  readonly text: string;
}

/** How the numbers of a run came about, as far as its choices decide it: docs/PROTOCOL.md in short. */
export function protocolInBrief(sweep: SweepConfig, baseDim: number, sides: SideNames): Clause[] {
  const { seed, pools, precisions } = sweep;
  const { text, image } = sides;
  const has = (...names: readonly string[]) => precisions.some((precision) => names.includes(precision));
  const isPaired = pools !== 'reference';
  return [
    {
      term: 'Metrics',
      text: 'Recall@K is the share of queries with a right item among the first K. MRR is the mean of 1 / rank of the first right item. NDCG@K adds up 1 / log2(1 + rank) of the right items among the first K, times their grades where there are any, and divides by the best possible sum.',
    },
    { term: 'Pools', text: poolsInBrief(sweep, image.many) },
    {
      term: 'Ties',
      text: 'Items with equal scores count as the expected value over a random order of them, so that a model which scores everything alike is at chance.',
    },
    {
      term: 'Intervals',
      text: `The 2.5th and the 97.5th percentile over ${count(RESAMPLES)} bootstrap resamples of the ${image.many}, drawn from seed ${seed}; ${text.many} stay with their ${image.one}.`,
    },
    {
      term: 'Differences',
      text: isPaired
        ? 'A cell less fp32 at the base dimension, or less the setting that is pinned in its place, in pools of the same size, query by query and within each resample. ± is half of the 95 % interval; ○ says that the interval includes 0, so that no difference is seen.'
        : 'None: every cell has pools of its own, so that nothing can be paired.',
    },
    {
      term: 'Loss',
      text: isPaired
        ? 'What fp32 at the base dimension, or the setting that is pinned in its place, loses on the way to a cell in pools of the same size, in two steps: the dimension, then the precision. A larger pool is a harder task for every cell and no part of it.'
        : 'None, because there are no differences.',
    },
    { term: 'Dimensions', text: dimensionsInBrief(sweep, baseDim) },
    ...(has('int8', 'int4') ? [{ term: 'int8 and int4', text: integersInBrief(sweep) }] : []),
    ...(has('binary') ? [{ term: 'binary', text: binaryInBrief(sweep) }] : []),
    ...(has('reference-int8', 'reference-int4')
      ? [
          {
            term: 'reference-int8 and reference-int4',
            text: 'The quantisers of an earlier Python pipeline with their defects, so that its numbers can be reproduced.',
          },
        ]
      : []),
    {
      term: 'Bytes and speed',
      text: 'Bytes are those allocated for a stored vector, scales included. Queries per second, where they were measured, are the scoring of the whole gallery and the choice of its first K, for vectors in memory, on one thread: the median of seven samples of 50 ms or more, with the slowest and the fastest.',
    },
  ];
}

function poolsInBrief({ pools, candidateSizes, seed, repeats }: SweepConfig, items: string): string {
  const kinds: Record<SweepConfig['pools'], string> = {
    exact:
      'A pool of C holds a query’s right items and wrong ones up to C. Every number is the expected value over all such pools, in closed form: no pool is drawn.',
    sampled: `A pool of C holds a query’s right items and wrong ones up to C. ${countedAs(repeats, { one: 'pool is', many: 'pools are' })} drawn for each query from seed ${seed}, the same for every dimension and precision.`,
    reference: `One pool is drawn for each query and cell from NumPy’s random stream with seed ${seed}, as an earlier Python pipeline did.`,
  };
  const whole = ` In the whole gallery, each query is ranked among all ${items} of the run, or all texts in the other direction; nothing is drawn.`;
  return `${kinds[pools]}${candidateSizes.includes('all') ? whole : ''}`;
}

function dimensionsInBrief({ projections, seed }: SweepConfig, baseDim: number): string {
  const ways = {
    random: `by a Gaussian matrix from seed ${seed}`,
    pca: 'by PCA, fitted on the vectors of this run',
    truncate: 'by truncation to the first numbers',
  };
  return `The vectors have ${count(baseDim)} numbers and are used as they are at that dimension. They come to others ${projections.map((name) => ways[name]).join(' or ')}, unless the file holds them.`;
}

function integersInBrief({ calibration, query, centre }: SweepConfig): string {
  const scales = { dimension: 'dimension', vector: 'vector', global: 'matrix' };
  const queries = {
    int8: 'at int8',
    same: 'in the format of the gallery',
    float: 'as floating-point numbers',
  };
  const mean = centre ? 'after the mean of the gallery is subtracted' : 'without subtracting its mean';
  return `The gallery is stored with one scale per ${scales[calibration]}, ${mean}. Queries search it ${queries[query]}.`;
}

function binaryInBrief({ rescore, rescoreBy }: SweepConfig): string {
  const signs = 'One bit for each number: its sign. Vectors are compared by Hamming distance';
  return rescore === 0
    ? `${signs}.`
    : `${signs}, and the best ${count(rescore)} of each query are scored again by ${rescoreBy}.`;
}
