import { InputError } from '../../lib/errors';
import type { Captions, Dataset, Id, Picture } from '../types';
import type { FurtherPictures } from './further-pictures';

/** The right image rows of each text row, its own first. */
export type RightImages = readonly (readonly number[])[];

/**
 * The right images of the texts of a run: their own, and the further ones that are in the gallery.
 * @param captions the whole captions file, from which the place of a caption among those of its picture is known
 * @param dataset rows of it
 * @throws InputError where pictures of the run were not judged
 */
export function rightImages(further: FurtherPictures, captions: Captions, dataset: Dataset): RightImages {
  const ids = dataset.images.map(cocoIdOf);
  const unjudged = ids.filter((id) => id === undefined || !further.has(id)).length;
  if (unjudged > 0) throw new InputError(notJudged(unjudged, dataset.images));
  const rowsOf = new Map<number, number[]>();
  ids.forEach((id, row) => rowsOf.set(id!, [...(rowsOf.get(id!) ?? []), row]));
  const placeOf = placesAmongCaptions(captions);
  return dataset.texts.map(({ id }, text) => {
    const own = dataset.imageOf[text];
    const others = further.get(ids[own]!)![placeOf.get(id)!] ?? [];
    return [own, ...others.flatMap((other) => rowsOf.get(other) ?? [])];
  });
}

/** COCO's id of a picture: its id where that is a number, else the number that ends its file name. */
function cocoIdOf({ id, fileName }: Picture): number | undefined {
  if (typeof id === 'number') return id;
  const digits = /(\d{12})(\.[a-z]+)?$/i.exec(fileName)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** By caption: its place among the captions of its picture, from 0. */
function placesAmongCaptions({ captions }: Captions): Map<Id, number> {
  const count = new Map<Id, number>();
  return new Map(
    captions.map(({ id, imageId }) => {
      const place = count.get(imageId) ?? 0;
      count.set(imageId, place + 1);
      return [id, place];
    }),
  );
}

function notJudged(unjudged: number, images: readonly Picture[]): string {
  return (
    `${unjudged} of the ${images.length} pictures are not among those whose further right captions were judged: these are the 5,000 of ` +
    'Karpathy’s test split of COCO (val2017 shares 593 of them), known by COCO’s ids as picture ids or file names ' +
    `(here: ${images[0].fileName}). Choose COCO’s own pairs, or a data set of that split with COCO’s file names.`
  );
}
