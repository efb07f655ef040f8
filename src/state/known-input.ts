import { catalogueModel, DEMO_MODEL } from '../encoder/catalogue/catalogue';
import { guessRoles } from '../dataset/vectors/guess-roles';
import { sidesByDimension } from '../dataset/vectors/read-vectors';
import { parseArrays } from '../protocol/array-roles';
import type { Choices } from '../protocol/choices';
import { DATA_PRESETS } from '../protocol/data-kinds';
import { baseDimOf } from '../sweep/plan/input';
import type { KnownInput } from '../sweep/plan/fit/known-input';
import type { LabState } from './lab-state';

/** What is known of a run's data and vectors before it begins: nothing that would have to be fetched. */
export function knownInput(
  state: Pick<LabState, 'choices' | 'inspection' | 'vectorArrays'>,
): Partial<KnownInput> {
  const { choices } = state;
  if (choices.data === 'npz') return ofVectors(state);
  const dimension = dimensionOf(choices);
  return { ...rowsOf(state), ...(dimension !== null && { baseDim: dimension }) };
}

/** What the headers of dropped vectors say, where it is clear what they are. */
function ofVectors({
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

function dimensionOf({ model, hub }: Choices): number | null {
  if (model === 'files' || model === 'url') return null;
  return (model === 'demo' ? DEMO_MODEL : catalogueModel(model, hub)).dimension;
}

/**
 * Pictures of the run; how many texts they have is known where every picture of a captions file was given and is used, else
 * as few as they may have.
 */
function rowsOf({
  choices: { data, pairing, samples },
  inspection,
}: Pick<LabState, 'choices' | 'inspection'>) {
  const { pictures } = DATA_PRESETS[data];
  const dropped = data === 'files' && typeof inspection !== 'string' ? inspection.inspection : null;
  const given = pictures ?? dropped?.matched ?? 0;
  // Pairing `reference` counts captions, of which there may be more.
  if (given === 0 || (pairing === 'reference' && (pictures !== null || dropped!.captions > given))) return {};
  const images = Math.min(given, samples ?? Infinity);
  const isWhole = dropped !== null && dropped.matched === dropped.named && samples === null;
  const mostTexts = pairing === 'all' && isWhole ? dropped.perPicture.max : 1;
  return { images, mostTexts, mostImages: 1, texts: images + mostTexts - 1 };
}
