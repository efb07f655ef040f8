import { forEachMetric } from '../../src/retrieval/metrics/measures';
import type { Difference, DirectionResult, Estimate, Loss, ResultRow } from '../../src/sweep/results/result';

type Cell = Pick<ResultRow, 'dim' | 'projection' | 'precision' | 'candidateSize' | 'wholeGallery' | 'lifted'>;

/**
 * The results of a made-up row: recall at the first K, at a second, image→text, bytes per vector, and for each K
 * the paired difference and the split of the loss.
 */
interface MadeUpResult {
  readonly mean: number;
  readonly margin: number;
  readonly atSecondK?: number;
  readonly imageToText?: number;
  readonly perVector?: number;
  readonly difference?: readonly Difference[];
  readonly loss?: readonly Loss[];
  readonly tiedShare?: number;
}

/**
 * A row with these results, the same in both directions where the second has none of its own; by default 512 dimensions at
 * fp16 in pools of 100.
 */
export function measuredRow(cell: Partial<Cell>, values: MadeUpResult): ResultRow {
  const { dim = 512, precision = 'fp16', candidateSize = 100 } = cell;
  const { projection = dim === 512 ? 'none' : 'random', lifted = false, wholeGallery = false } = cell;
  const { mean, margin, atSecondK = mean, imageToText = mean, perVector = 1000 } = values;
  const by = projection === 'pca' ? '_pca' : '';
  const textToImage = result([estimate(mean, margin), estimate(atSecondK, margin)], candidateSize, values);
  return {
    experiment: `dim_${dim}${by}_prec_${precision}_cand_${candidateSize}`,
    dim,
    projection,
    precision,
    candidateSize,
    wholeGallery,
    samples: 500,
    lifted,
    note: '',
    textToImage,
    imageToText: result(
      [estimate(imageToText, margin), estimate(imageToText, margin)],
      candidateSize,
      values,
    ),
    mean: textToImage,
    memory: { text: 500 * perVector, image: 500 * perVector, perVector },
  };
}

/** A loss of these parts. */
export const lossOf = (pool: number, dimension: number, precision: number): Loss => ({
  total: pool + dimension + precision,
  pool,
  dimension,
  precision,
});

function estimate(mean: number, margin: number): Estimate {
  return { mean, optimistic: mean, pessimistic: mean, low: mean - margin, high: mean + margin };
}

function result(
  recall: Estimate[],
  candidates: number,
  { difference, loss, tiedShare = 0 }: MadeUpResult,
): DirectionResult {
  return {
    queries: 500,
    candidates,
    ...forEachMetric(
      () => recall[0],
      () => recall,
    ),
    medianRank: 1,
    meanRank: 1,
    tiedShare,
    speed: { median: 1000, slowest: 900, fastest: 1100 },
    ...(difference && {
      difference: forEachMetric(
        () => difference[0],
        () => difference,
      ),
    }),
    ...(loss && { loss }),
  };
}
