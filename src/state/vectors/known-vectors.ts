import { guessRoles } from '../../dataset/vectors/guess-roles';
import { sidesByDimension } from '../../dataset/vectors/sides-by-dimension';
import { parseArrays } from '../../protocol/array-roles';
import { baseDimOf } from '../../sweep/plan/input';
import type { KnownInput } from '../../sweep/plan/fit/known-input';
import type { LabState } from '../lab-state';

/** What the headers of dropped vectors say, where it is clear what they are. */
export function knownVectors({
  choices: { arrays: chosen, npzUrl },
  vectorArrays: found,
}: Pick<LabState, 'choices' | 'vectorArrays'>): Partial<KnownInput> {
  if (npzUrl !== '' || found === null || 'problem' in found) return {};
  const guess = guessRoles(found.arrays, parseArrays(chosen) ?? {});
  if ('question' in guess) return {};
  const { text, image } = guess.roles;
  const dims = sidesByDimension(found.arrays, guess.roles)
    .map(([{ shape }]) => shape[1])
    .sort((a, b) => a - b);
  return {
    texts: text.shape[0],
    images: image.shape[0],
    mostTexts: 1,
    mostImages: 1,
    baseDim: baseDimOf(dims),
    ...(dims.length > 1 && { givenDims: dims }),
  };
}
