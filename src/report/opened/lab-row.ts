import { APPLIED_PROJECTIONS, PRECISIONS } from '../../protocol/compression';
import { DIRECTIONS, type Direction } from '../../protocol/direction';
import { forEachMetric, joinMetrics, type PerMetric } from '../../retrieval/metrics/measures';
import { METRICS, METRICS_AT_R } from '../../retrieval/metrics/metrics';
import type { Speed } from '../../retrieval/speed/speed';
import type { Difference, DirectionResult, Estimate, ResultRow } from '../../sweep/results/result';
import { keyIn } from '../columns/column';
import { GALLERY_SPEED } from '../columns/speed-columns';
import { atK, inWholePool } from '../columns/metric-columns';
import type { Fields } from './fields';

/** More than any run has. */
const MAX_DIM = 1e6;
const MAX_ITEMS = 1e9;

/** The row of this page whose columns these are, as `columns` writes them: what they lack is NaN, and absent where a row may lack it. */
export function labRow(fields: Fields, ks: readonly number[]): ResultRow {
  const [textToImage, imageToText] = DIRECTIONS.map((direction) => directionOf(fields, direction, ks));
  const [text, image] = [fields.number('text_bytes'), fields.number('image_bytes')];
  return {
    experiment: fields.text('experiment'),
    dim: fields.count('embedding_dim', MAX_DIM),
    projection: fields.oneOf('projection', APPLIED_PROJECTIONS),
    precision: fields.oneOf('precision', PRECISIONS),
    candidateSize: fields.count('candidate_size', MAX_ITEMS),
    wholeGallery: fields.flag('whole_gallery'),
    samples: fields.count('num_samples', MAX_ITEMS),
    lifted: fields.flag('lifted'),
    note: fields.text('note'),
    textToImage,
    imageToText,
    mean: meanOf(fields, textToImage, imageToText, ks),
    memory: { text, image, perVector: fields.number('bytes_per_vector') },
    ...gallerySpeedOf(fields),
  };
}

function gallerySpeedOf(fields: Fields): Pick<ResultRow, 'gallerySpeed'> {
  const speedIn = (direction: Direction): Speed => {
    const number = (suffix: string) => fields.number(keyIn(direction, `${GALLERY_SPEED}${suffix}`));
    return { median: number(''), slowest: number('_slowest'), fastest: number('_fastest') };
  };
  const speed = { textToImage: speedIn('textToImage'), imageToText: speedIn('imageToText') };
  const method = {
    samples: fields.number('speed_samples'),
    sampleMs: fields.number('speed_sample_ms'),
    threads: fields.number('speed_threads'),
    device: fields.text('speed_device'),
  };
  const isWhole = DIRECTIONS.every((direction) =>
    Object.values(speed[direction]).every((figure) => Number(figure) > 0),
  );
  return isWhole ? { gallerySpeed: { ...speed, method } } : {};
}

function directionOf(fields: Fields, direction: Direction, ks: readonly number[]): DirectionResult {
  const key = (name: string) => keyIn(direction, name);
  const number = (name: string) => fields.number(key(name));
  const median = number('queries_per_second');
  const loss = ks.map((k) => {
    const part = (of: string) => number(`${atK(METRICS.recall, k).key}_loss${of}`);
    return {
      total: part(''),
      pool: part('_pool'),
      dimension: part('_dimension'),
      precision: part('_precision'),
    };
  });
  const difference = differencesOf(ks, (metric) => fields.number(key(metric)));
  return {
    ...perMetricKey(ks, (metric) => estimateOf(fields, key(metric), metric.startsWith('recall@'))),
    // The time of all queries is their number by the median rate.
    queries: Math.round(number('time') * median),
    candidates: fields.count(key('candidates'), MAX_ITEMS),
    medianRank: number('median_rank'),
    meanRank: number('mean_rank'),
    tiedShare: fields.share(key('tied_share')),
    speed: {
      median,
      slowest: number('queries_per_second_slowest'),
      fastest: number('queries_per_second_fastest'),
    },
    ...(difference && { difference }),
    ...(loss.every(({ total }) => !Number.isNaN(total)) && { loss }),
  };
}

function estimateOf(fields: Fields, key: string, isRequired: boolean): Estimate {
  return {
    mean: isRequired ? fields.knownShare(key) : fields.share(key),
    optimistic: fields.share(`${key}_optimistic`),
    pessimistic: fields.share(`${key}_pessimistic`),
    low: fields.share(`${key}_low`),
    high: fields.share(`${key}_high`),
  };
}

function meanOf(
  fields: Fields,
  t2v: DirectionResult,
  v2t: DirectionResult,
  ks: readonly number[],
): ResultRow['mean'] {
  const both = joinMetrics<Estimate, Estimate, Estimate>(t2v, v2t, (a, b) => ({
    mean: (a.mean + b.mean) / 2,
    optimistic: (a.optimistic + b.optimistic) / 2,
    pessimistic: (a.pessimistic + b.pessimistic) / 2,
    low: Number.NaN,
    high: Number.NaN,
  }));
  const bounds = perMetricKey(ks, (metric) => ({
    low: fields.share(`avg_${metric}_low`),
    high: fields.share(`avg_${metric}_high`),
  }));
  const difference = differencesOf(ks, (metric) => fields.number(`avg_${metric}`));
  return {
    ...joinMetrics(both, bounds, (mean, { low, high }) => ({ ...mean, low, high })),
    ...(difference && { difference }),
  };
}

/** The paired differences; undefined where there are none. */
function differencesOf(
  ks: readonly number[],
  number: (key: string) => number,
): PerMetric<Difference> | undefined {
  const all = perMetricKey(ks, (metric) => ({
    mean: number(`${metric}_difference`),
    low: number(`${metric}_difference_low`),
    high: number(`${metric}_difference_high`),
  }));
  return Number.isNaN(all.recall[0].mean) ? undefined : all;
}

/** What is made of the key of each metric, as columns are named. */
const perMetricKey = <T>(ks: readonly number[], make: (key: string) => T): PerMetric<T> =>
  forEachMetric<T, T[]>(
    (key) => make(key === 'mrr' ? inWholePool(METRICS.mrrAt).key : METRICS_AT_R[key].name),
    (key) => ks.map((k) => make(atK(METRICS[key], k).key)),
  );
