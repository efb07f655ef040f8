import { InputError } from '../../lib/errors';
import type { Pairing } from '../../protocol/pairing';
import { baseName } from '../file-name';
import type { Caption, Captions, Dataset, Id, ImageItem, LeftOutRecord, Picture } from '../types';

export interface PairChoice {
  readonly pairing: Pairing;
  /** How many pairs to take, in the pairing's order; null takes all. */
  readonly samples: number | null;
  /** Base names of the pictures at hand; null where only asking can tell (HTTP). */
  readonly available: ReadonlySet<string> | null;
}

export interface Paired {
  readonly dataset: Dataset;
  /** Empty captions, pictures not at hand, pictures without a caption: all of the file, whatever the samples. */
  readonly leftOut: readonly LeftOutRecord[];
  /** Captions set aside because their picture is not at hand. */
  readonly captionsSetAside: number;
}

/**
 * Makes the rows of a run from captions and pictures (PROTOCOL §1). Captions whose picture is not at hand are set
 * aside before samples are counted; a sample is one (caption, picture) pair.
 * @throws InputError where no pair remains, or where two pictures cannot be told apart by base name
 */
export function pair(captions: Captions, choice: PairChoice): Paired {
  const { samples, available, pairing } = choice;
  if (samples !== null && !(Number.isSafeInteger(samples) && samples > 0)) {
    throw new InputError(`The number of samples must be a whole number above 0, not ${samples}.`);
  }
  if (available !== null) requireDistinctBaseNames(captions.pictures);
  const atHand = (picture: Picture) => available === null || available.has(baseName(picture.fileName));
  const pictureOf = new Map(captions.pictures.filter(atHand).map((picture) => [picture.id, picture]));
  const usable = captions.captions.filter((caption) => pictureOf.has(caption.imageId));
  const captioned = new Set(captions.captions.map((caption) => caption.imageId));
  const ordered = ORDER[pairing](usable, captions.pictures).slice(0, samples ?? undefined);
  if (ordered.length === 0) throw new InputError(nothingToPair(captions, pictureOf.size));
  return {
    dataset: rows(ordered, pictureOf, pairing),
    leftOut: [
      ...captions.leftOut,
      ...captions.pictures.flatMap((p) => pictureLeftOut(p, atHand(p), captioned)),
    ],
    captionsSetAside: captions.captions.length - usable.length,
  };
}

/** Captions in the order in which each pairing takes them. */
const ORDER: Record<
  Pairing,
  (captions: readonly Caption[], pictures: readonly Picture[]) => readonly Caption[]
> = {
  one: (captions, pictures) => groupByPicture(captions, pictures).map((group) => group[0]),
  all: (captions, pictures) => groupByPicture(captions, pictures).flat(),
  reference: (captions) => captions,
};

function groupByPicture(captions: readonly Caption[], pictures: readonly Picture[]): Caption[][] {
  const groups = new Map<Id, Caption[]>(pictures.map((picture) => [picture.id, []]));
  for (const caption of captions) groups.get(caption.imageId)!.push(caption);
  return [...groups.values()].filter((group) => group.length > 0);
}

function rows(captions: readonly Caption[], pictureOf: ReadonlyMap<Id, Picture>, pairing: Pairing): Dataset {
  const images: ImageItem[] = [];
  const rowOf = new Map<Id, number>();
  const imageOf = Uint32Array.from(captions, ({ imageId }) => {
    const known = pairing === 'reference' ? undefined : rowOf.get(imageId);
    if (known !== undefined) return known;
    const { id, fileName } = pictureOf.get(imageId)!;
    rowOf.set(imageId, images.length);
    return images.push({ id, fileName }) - 1;
  });
  return { texts: captions, images, imageOf, pairing };
}

function pictureLeftOut(picture: Picture, atHand: boolean, captioned: ReadonlySet<Id>): LeftOutRecord[] {
  const { id, fileName } = picture;
  if (!captioned.has(id)) return [{ id, what: 'image', reason: 'it has no caption', fileName }];
  return atHand ? [] : [{ id, what: 'image', reason: 'it is not among the pictures given', fileName }];
}

function nothingToPair(captions: Captions, atHand: number): string {
  if (atHand > 0) return 'None of the pictures has a caption: there is no pair to measure.';
  const example = captions.pictures[0]?.fileName ?? 'none';
  return (
    `None of the ${captions.pictures.length} pictures that the captions name is among the pictures given. ` +
    `The captions expect names such as ${example}: give the pictures that belong to this captions file.`
  );
}

function requireDistinctBaseNames(pictures: readonly Picture[]): void {
  const seen = new Map<string, string>();
  for (const { fileName } of pictures) {
    const base = baseName(fileName);
    const other = seen.get(base);
    if (other !== undefined) {
      throw new InputError(
        `${other} and ${fileName} end in the same name. Pictures from files, a folder or a zip are found by ` +
          'that name alone: give each its own, or read the pictures from a base URL.',
      );
    }
    seen.set(base, fileName);
  }
}
