import { InputError } from '../../lib/errors';
import { isPicturePath } from '../file-name';
import type { Field, PairRecord } from './record';

/** The columns that a person chose; empty where they are to be guessed. */
export interface ChosenColumns {
  readonly imageColumn: string;
  readonly captionColumn: string;
}

/** A column and what it was taken by: the person's choice, an unmistakable name, or what its first cells hold. */
export interface FoundColumn {
  readonly name: string;
  readonly by: 'choice' | 'name' | 'content';
}

/** Which columns hold pictures and captions; null where that is not clear. */
export interface FoundColumns {
  readonly image: FoundColumn | null;
  readonly caption: FoundColumn | null;
}

/** Names of columns, in lower case; where a file has several, the first of this list is used. */
const IMAGE_NAMES = [
  'file_name',
  'filename',
  'image',
  'path',
  'file',
  'file_path',
  'filepath',
  'image_file',
  'image_name',
  'image_path',
  'img',
  'img_path',
  'picture',
  'photo',
];
const CAPTION_NAMES = [
  'caption',
  'text',
  'sentence',
  'description',
  'captions',
  'texts',
  'sentences',
  'descriptions',
];

/** So many records are looked at. */
export const LOOKED_AT = 10;

/**
 * Finds the columns of pictures and captions. What was chosen stands; then unmistakable names; then the one column whose
 * cells all end like picture files, and the one other column of sentences.
 * @param first the first records of the file
 */
export function findColumns(
  names: readonly string[],
  first: readonly PairRecord[],
  { imageColumn, captionColumn }: ChosenColumns,
): FoundColumns {
  const choose = (chosen: string): FoundColumn | null => {
    const name = names.find((one) => one === chosen) ?? named(names, [chosen.toLowerCase()]);
    return name === undefined ? null : { name, by: 'choice' };
  };
  const byName = (accepted: readonly string[]): FoundColumn | null => {
    const name = named(names, accepted);
    return name === undefined ? null : { name, by: 'name' };
  };
  const byContent = (fits: (cell: Field) => boolean, other: FoundColumn | null): FoundColumn | null => {
    const fitting = names.filter((name) => {
      const cells = first.flatMap(({ fields }) => fields.get(name) ?? []);
      return name !== other?.name && cells.length > 0 && cells.every(fits);
    });
    return fitting.length === 1 ? { name: fitting[0], by: 'content' } : null;
  };
  const image = imageColumn ? choose(imageColumn) : (byName(IMAGE_NAMES) ?? byContent(isPicture, null));
  const caption = captionColumn
    ? choose(captionColumn)
    : (byName(CAPTION_NAMES) ?? byContent(isSentence, image));
  return { image, caption };
}

const named = (names: readonly string[], accepted: readonly string[]): string | undefined =>
  accepted.flatMap((one) => names.find((name) => name.toLowerCase() === one) ?? [])[0];

const isPicture = (cell: Field): boolean => typeof cell === 'string' && isPicturePath(cell.trim());
/** Of three words or more: names of people, places and files have fewer. */
const isSentence = (cell: Field): boolean =>
  [cell].flat().every((text) => text.trim().split(/\s+/).length >= 3);

/**
 * Both columns.
 * @throws InputError with what to choose where one is not clear
 */
export function requireColumns(
  { image, caption }: FoundColumns,
  names: readonly string[],
  { imageColumn, captionColumn }: ChosenColumns,
  fileName: string,
): { readonly image: FoundColumn; readonly caption: FoundColumn } {
  const having = `${fileName} has ${names.slice(0, 20).join(', ') || 'none'}`;
  const missing = (chosen: string, what: string, accepted: readonly string[], flag: string) =>
    new InputError(
      chosen
        ? `There is no column ${chosen} for ${what}: ${having}.`
        : `${fileName} has no field for ${what} with a name that says so (${accepted.join(', ')}). ` +
            `Choose its column (--${flag} on the command line): ${having}.`,
    );
  if (!image) throw missing(imageColumn, 'pictures', IMAGE_NAMES, 'image_column');
  if (!caption) throw missing(captionColumn, 'captions', CAPTION_NAMES, 'caption_column');
  if (image.name === caption.name) {
    throw new InputError(`${image.name} cannot hold both pictures and captions: choose another column.`);
  }
  return { image, caption };
}
