import { catalogueModel, DEMO_MODEL } from '../../encoder/catalogue/catalogue';
import type { Choices } from '../../protocol/choices';
import { DATA_PRESETS } from '../../protocol/data-kinds';
import type { KnownInput } from '../../sweep/plan/fit/known-input';
import type { LabState } from '../lab-state';

/** What is known of captions, pictures and their vectors before a run begins: nothing that would have to be fetched. */
export function knownInput(state: Pick<LabState, 'choices' | 'inspection'>): Partial<KnownInput> {
  const { choices } = state;
  const dimension = dimensionOf(choices);
  return { ...rowsOf(state), ...(dimension !== null && { baseDim: dimension }) };
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
