import { baseName } from '../../lib/base-name';
import type { Captions, Id } from '../types';
import { exceedsContext } from './exceeds-context';

/** How many there are of something, and the first of them. */
export interface Listed {
  readonly count: number;
  /** At most five, each cut to a line. */
  readonly examples: readonly string[];
}

/** What captions and pictures are, before anything runs. */
export interface Inspection {
  readonly captions: number;
  /** Pictures that were given. */
  readonly given: number;
  /** Pictures that the captions name, and how many of these were given. */
  readonly named: number;
  readonly matched: number;
  /** Captions of a picture that has any. */
  readonly perPicture: { readonly min: number; readonly median: number; readonly max: number };
  /** Captions whose text an earlier one has. */
  readonly duplicates: Listed;
  /** Captions that have more tokens than the model reads: at least these, see `exceedsContext`. */
  readonly tooLong: Listed;
  /** Empty captions, and texts beside pictures that cannot be read. */
  readonly empty: Listed;
  /** Pictures that the captions name and that were not given. */
  readonly missing: Listed;
  /** Given pictures that no caption names. */
  readonly unnamed: Listed;
  /** Names that several given pictures have; none of them is used. */
  readonly sameName: Listed;
}

/**
 * Counts what a run would use and what it would leave out.
 * @param given paths of the pictures; they match by their last part
 * @param context tokens that the model reads of a caption
 */
export function inspect(captions: Captions, given: readonly string[], context: number): Inspection {
  const perPicture = new Map<Id, number>();
  const texts = new Set<string>();
  const duplicates = new Lister();
  const tooLong = new Lister();
  for (const { imageId, text } of captions.captions) {
    perPicture.set(imageId, (perPicture.get(imageId) ?? 0) + 1);
    if (texts.has(text)) duplicates.add(text);
    texts.add(text);
    if (exceedsContext(text, context)) tooLong.add(text);
  }
  const givenNames = new Map<string, number>();
  for (const path of given) givenNames.set(baseName(path), (givenNames.get(baseName(path)) ?? 0) + 1);
  const named = captions.pictures.filter(({ id }) => perPicture.has(id));
  const namedNames = new Set(named.map(({ fileName }) => baseName(fileName)));
  const missing = named.filter(({ fileName }) => !givenNames.has(baseName(fileName)));
  return {
    captions: captions.captions.length,
    given: given.length,
    named: named.length,
    matched: named.length - missing.length,
    perPicture: spread([...perPicture.values()]),
    duplicates: duplicates.listed(),
    tooLong: tooLong.listed(),
    empty: listed(captions.leftOut.map(({ id, reason }) => `${id}: ${reason}`)),
    missing: listed(missing.map(({ fileName }) => fileName)),
    unnamed: listed([...givenNames.keys()].filter((name) => !namedNames.has(name))),
    sameName: listed([...givenNames].filter(([, times]) => times > 1).map(([name]) => name)),
  };
}

/** The median is the lower one of two. */
function spread(counts: number[]): Inspection['perPicture'] {
  counts.sort((a, b) => a - b);
  const at = (i: number) => counts[i] ?? 0;
  return { min: at(0), median: at(Math.floor((counts.length - 1) / 2)), max: at(counts.length - 1) };
}

const EXAMPLES = 5;
const SHOWN = 80;

class Lister {
  private count = 0;
  private readonly examples: string[] = [];

  add(text: string): void {
    if (++this.count > EXAMPLES) return;
    this.examples.push(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
  }

  listed = (): Listed => ({ count: this.count, examples: this.examples });
}

function listed(texts: readonly string[]): Listed {
  const lister = new Lister();
  for (const text of texts) lister.add(text);
  return lister.listed();
}
