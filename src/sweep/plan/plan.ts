import { PROJECTIONS_BY_NAME } from '../../compress/projections';
import type { Precision, SweepConfig } from '../../protocol/sweep-config';
import type { InputSummary } from './input';
import { spacesOf, type Space } from './spaces';

/** One cell to compute, or to report as not computable. */
export interface Cell extends Space {
  readonly precision: Precision;
  readonly candidateSize: number;
  readonly lifted: boolean;
  /** Why the cell cannot be computed; absent where it can. */
  readonly reason?: string;
  /** What a reader must know of a computed cell; empty where nothing. */
  readonly note: string;
}

/** Why vectors of a space cannot be had. */
function reasonOfSpace({ dim, projection }: Space, { baseDim }: InputSummary) {
  if (projection === 'none' || projection === 'given') return undefined;
  const { label, largest } = PROJECTIONS_BY_NAME[projection];
  if (dim <= largest(baseDim)) return undefined;
  return `These vectors have ${baseDim} dimensions; ${label} cannot produce ${dim}.`;
}

/** Why a pool of a size cannot be formed. */
function reasonOfSize(
  size: number,
  { pools }: SweepConfig,
  { images, texts, mostTexts, mostImages }: InputSummary,
) {
  if (size <= mostTexts) {
    return `A pool of ${size} is too small: an image has up to ${mostTexts} texts, which leaves no room for negatives.`;
  }
  if (size <= mostImages) {
    return `A pool of ${size} is too small: a text has up to ${mostImages} images, which leaves no room for negatives.`;
  }
  if (pools === 'reference') return undefined;
  if (size > images) return `A pool of ${size} needs ${size} pictures; this run has ${images}.`;
  if (size > texts) return `A pool of ${size} needs ${size} texts; this run has ${texts}.`;
  return undefined;
}

function noteOf(
  { dim, projection }: Space,
  precision: Precision,
  size: number,
  { pools, centre, rescore, rescoreBy }: SweepConfig,
  input: InputSummary,
) {
  const notes = [];
  if (dim > input.baseDim) {
    notes.push(`Enlarged from ${input.baseDim} dimensions, which adds no information.`);
  }
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
  if (pools === 'reference' && size >= Math.min(input.images, input.texts)) {
    notes.push('A gallery no larger than the pool is ranked as a whole, without drawing from it.');
  }
  return notes.join(' ');
}

/** The cells of a sweep in the order in which they are computed and shown: space, precision, candidate size. */
export function plan(config: SweepConfig, input: InputSummary): Cell[] {
  return spacesOf(config, input).flatMap((space) =>
    config.precisions.flatMap((precision) =>
      config.candidateSizes.map((candidateSize) => {
        const lifted = space.dim > input.baseDim;
        const reason = reasonOfSpace(space, input) ?? reasonOfSize(candidateSize, config, input);
        const note = noteOf(space, precision, candidateSize, config, input);
        return { ...space, precision, candidateSize, lifted, note, ...(reason !== undefined && { reason }) };
      }),
    ),
  );
}
