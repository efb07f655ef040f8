import { baseName } from '../../lib/base-name';
import { InputError } from '../../lib/errors';
import type { Pairing } from '../../protocol/pairing';
import type { LeftOutRecord } from '../../protocol/run-record';
import type { Caption, Captions, Dataset, Id, Picture } from '../types';

export interface PairChoice {
  readonly pairing: Pairing;
  /** How many pictures to take, with the captions that the pairing takes of each; of pairing `reference` captions. Null for all. */
  readonly samples: number | null;
  /** Base names of the pictures that are there; null where that is known only by fetching them. */
  readonly available: ReadonlySet<string> | null;
}

export interface Paired {
  readonly dataset: Dataset;
  /** Empty captions, pictures not given, pictures without a caption: those of the whole file, however many samples. */
  readonly leftOut: readonly LeftOutRecord[];
  /** How many captions were skipped because their picture was not given. */
  readonly captionsSkipped: number;
}

/**
 * Pairs captions with pictures as the rows of a run (PROTOCOL §1). Captions whose picture is not given are skipped
 * before samples are counted; a sample is a picture with its captions, or a caption with pairing `reference`.
 * @throws InputError where no pair remains, or where two pictures have the same base name
 */
export function pair(captions: Captions, choice: PairChoice): Paired {
  const { samples, available, pairing } = choice;
  if (samples !== null && !(Number.isSafeInteger(samples) && samples > 0)) {
    throw new InputError(`The number of samples must be a whole number above 0, not ${samples}.`);
  }
  if (available !== null) requireDistinctBaseNames(captions.pictures);
  const isGiven = (picture: Picture) => available === null || available.has(baseName(picture.fileName));
  const pictureOf = new Map(captions.pictures.filter(isGiven).map((picture) => [picture.id, picture]));
  const usable = captions.captions.filter((caption) => pictureOf.has(caption.imageId));
  const captioned = new Set(captions.captions.map((caption) => caption.imageId));
  const ordered = SAMPLES[pairing](usable, captions.pictures)
    .slice(0, samples ?? undefined)
    .flat();
  if (ordered.length === 0) throw new InputError(nothingToPair(captions, pictureOf.size));
  return {
    dataset: rows(ordered, pictureOf, pairing),
    leftOut: [
      ...captions.leftOut,
      ...captions.pictures.flatMap((p) => pictureLeftOut(p, isGiven(p), captioned)),
    ],
    captionsSkipped: captions.captions.length - usable.length,
  };
}

/** The captions of each sample of a pairing, in its order. */
const SAMPLES: Record<
  Pairing,
  (captions: readonly Caption[], pictures: readonly Picture[]) => readonly (readonly Caption[])[]
> = {
  one: (captions, pictures) => groupByPicture(captions, pictures).map((group) => group.slice(0, 1)),
  all: groupByPicture,
  reference: (captions) => captions.map((caption) => [caption]),
};

function groupByPicture(captions: readonly Caption[], pictures: readonly Picture[]): Caption[][] {
  const groups = new Map<Id, Caption[]>(pictures.map((picture) => [picture.id, []]));
  for (const caption of captions) groups.get(caption.imageId)!.push(caption);
  return [...groups.values()].filter((group) => group.length > 0);
}

function rows(captions: readonly Caption[], pictureOf: ReadonlyMap<Id, Picture>, pairing: Pairing): Dataset {
  const images: Picture[] = [];
  const rowOf = new Map<Id, number>();
  const imageOf = Uint32Array.from(captions, ({ imageId }) => {
    const known = pairing === 'reference' ? undefined : rowOf.get(imageId);
    if (known !== undefined) return known;
    rowOf.set(imageId, images.length);
    return images.push(pictureOf.get(imageId)!) - 1;
  });
  return { texts: captions, images, imageOf };
}

function pictureLeftOut(picture: Picture, isGiven: boolean, captioned: ReadonlySet<Id>): LeftOutRecord[] {
  const { id, fileName } = picture;
  if (!captioned.has(id)) return [{ id, what: 'image', reason: 'no caption', fileName }];
  return isGiven ? [] : [{ id, what: 'image', reason: 'not given; their captions are skipped', fileName }];
}

function nothingToPair(captions: Captions, given: number): string {
  if (given > 0) return 'None of the given pictures has a caption: there is nothing to measure.';
  const example = captions.pictures[0]?.fileName ?? 'none';
  return (
    `None of the ${captions.pictures.length} pictures named in the captions file was given. ` +
    `It expects names such as ${example}: add the pictures that belong to this captions file.`
  );
}

function requireDistinctBaseNames(pictures: readonly Picture[]): void {
  const seen = new Map<string, string>();
  for (const { fileName } of pictures) {
    const base = baseName(fileName);
    const other = seen.get(base);
    if (other !== undefined) {
      throw new InputError(
        `${other} and ${fileName} have the same name in different folders. Pictures from files, a folder or a zip ` +
          'are matched by name alone: rename one, or load the pictures from a base URL.',
      );
    }
    seen.set(base, fileName);
  }
}
