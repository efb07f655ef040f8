import type { PoolSize } from '../../protocol/pools';
import type { Precision, SweepConfig } from '../../protocol/sweep-config';
import type { InputSummary } from './input';
import { spacesOf, type Space } from './spaces';

/** One cell to compute. */
export interface Cell extends Space {
  readonly precision: Precision;
  readonly pool: PoolSize;
  readonly lifted: boolean;
  /** What a reader of its row must know; empty where nothing. */
  readonly note: string;
}

/** A pool as a number: the whole gallery is larger than any. */
export const sizeOf = (pool: PoolSize): number => (pool === 'all' ? Infinity : pool);

function noteOf(
  { dim, projection }: Space,
  precision: Precision,
  pool: PoolSize,
  { pools, centre, rescore, rescoreBy }: SweepConfig,
  { baseDim, images, texts }: InputSummary,
) {
  const notes = [];
  if (dim > baseDim) notes.push(`Enlarged from ${baseDim} dimensions, which adds no information.`);
  if (precision === 'binary' && rescore > 0) {
    notes.push(
      `The top ${rescore} Hamming matches of each query in the whole gallery, including ties, are rescored with ${rescoreBy}; bytes include both formats.`,
    );
  }
  if (precision === 'binary' && projection === 'pca') {
    notes.push('A sign bit gives every component the same weight, also those that vary little.');
  }
  if (precision === 'binary' && centre) {
    notes.push('The mean of each side is subtracted, from queries too. This alone changes the ranking.');
  }
  if (pools !== 'reference' && precision.startsWith('reference-')) {
    notes.push(
      'The reference quantises each pool separately; here each query is quantised on its own and the gallery as a whole.',
    );
  }
  if (pool === 'all' && texts !== images) {
    notes.push(`The whole gallery: ${images} images for each text, ${texts} texts for each image.`);
  }
  if (pool !== 'all' && pools === 'reference' && pool >= Math.min(images, texts)) {
    notes.push('A gallery no larger than the pool is ranked as a whole, without drawing from it.');
  }
  return notes.join(' ');
}

/**
 * The cells of a sweep in the order in which they are computed and shown: space, precision, pool. The config must fit the
 * input, see `fitSweep`.
 */
export function plan(config: SweepConfig, input: InputSummary): Cell[] {
  return spacesOf(config, input).flatMap((space) =>
    config.precisions.flatMap((precision) =>
      config.candidateSizes.map((pool) => {
        const lifted = space.dim > input.baseDim;
        return { ...space, precision, pool, lifted, note: noteOf(space, precision, pool, config, input) };
      }),
    ),
  );
}
