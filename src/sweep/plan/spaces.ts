import { PROJECTION_FACTS } from '../../compress/projections/facts';
import type { AppliedProjection } from '../../protocol/compression';
import type { SweepConfig } from '../../protocol/sweep-config';
import type { InputSummary } from './input';

/** Where vectors of one dimension come from: a sweep compares precisions within a space, and spaces with the baseline. */
export interface Space {
  readonly dim: number;
  readonly projection: AppliedProjection;
}

/** By what the spaces of a sweep follow from its choices. */
export type SpaceSource = Pick<InputSummary, 'baseDim' | 'givenDims'>;

/** The untouched vectors, which all others are compared with. */
export const baseSpace = ({ baseDim }: Pick<InputSummary, 'baseDim'>): Space => ({
  dim: baseDim,
  projection: 'none',
});

/** A space in names that outlive a run: 256, as the reference has it, or 256_pca where it has none. */
export const spaceId = ({ dim, projection }: Space): string =>
  projection === 'pca' || projection === 'truncate' ? `${dim}_${projection}` : String(dim);

/** A name for maps and caches. */
export const spaceKey = ({ dim, projection }: Space): string => `${dim} ${projection}`;

/** Whether a space can be made: some projections have a largest dimension. */
export const isPossible = ({ dim, projection }: Space, { baseDim }: SpaceSource): boolean =>
  projection === 'none' || projection === 'given' || dim <= PROJECTION_FACTS[projection].largest(baseDim);

/** The spaces of a sweep that can be made, see `spacesAskedFor`. */
export const spacesOf = (config: Pick<SweepConfig, 'dims' | 'projections'>, source: SpaceSource): Space[] =>
  spacesAskedFor(config, source).filter((space) => isPossible(space, source));

/**
 * For each dimension, in order, the vectors as they came where there are any, else those of every projection. At the base
 * dimension a projection that changes the vectors is a space of its own.
 */
export function spacesAskedFor(
  { dims, projections }: Pick<SweepConfig, 'dims' | 'projections'>,
  { baseDim, givenDims = [] }: SpaceSource,
): Space[] {
  return dims.flatMap((dim): Space[] => {
    if (dim === baseDim) {
      const changing = projections.filter((name) => PROJECTION_FACTS[name].changesBase);
      return [baseSpace({ baseDim }), ...changing.map((projection) => ({ dim, projection }))];
    }
    if (givenDims.includes(dim)) return [{ dim, projection: 'given' }];
    return projections.map((projection) => ({ dim, projection }));
  });
}
