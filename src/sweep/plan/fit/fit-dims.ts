import { PROJECTION_FACTS } from '../../../compress/projections/facts';
import { InputError } from '../../../lib/errors';
import type { ProjectionName } from '../../../protocol/compression';
import type { SweepConfig } from '../../../protocol/sweep-config';
import { isPossible, spacesAskedFor, spacesOf, type SpaceSource } from '../spaces';
import { listed } from './words';

/**
 * The dimensions that at least one of the projections can make; `spacesOf` leaves out the projections that cannot.
 * @throws InputError where there is none
 */
export function fitDims(
  config: Pick<SweepConfig, 'dims' | 'projections'>,
  source: SpaceSource,
): { readonly dims: readonly number[]; readonly sentences: readonly string[] } {
  const impossible = spacesAskedFor(config, source).filter((space) => !isPossible(space, source));
  const sentences = config.projections.flatMap((projection: ProjectionName) => {
    const dims = impossible.filter((space) => space.projection === projection).map(({ dim }) => dim);
    if (dims.length === 0) return [];
    const { label } = PROJECTION_FACTS[projection];
    return [
      `${label[0].toUpperCase()}${label.slice(1)} cannot make ${listed(dims)} dimensions from ${source.baseDim.toLocaleString('en')}`,
    ];
  });
  const possible = spacesOf(config, source);
  if (possible.length === 0) {
    throw new InputError(`${sentences.join('. ')}. Choose smaller dimensions or the random projection.`);
  }
  return {
    dims: config.dims.filter((dim) => possible.some((space) => space.dim === dim)),
    sentences: sentences.map((sentence) => `${sentence}: left out.`),
  };
}
