import { InputError } from '../../lib/errors';
import type { TableColumn } from './schema-column';

/** Which columns of a table hold what. */
export interface TableRoles {
  readonly image: TableColumn;
  readonly caption: TableColumn;
  /** What a picture is called; where there is none, the file names in the column of pictures, or else row numbers. */
  readonly name: TableColumn | null;
}

/** Names of columns, in lower case; the first that a table has is taken. */
const CAPTIONS = [
  'caption',
  'captions',
  'text',
  'texts',
  'txt',
  'sentence',
  'sentences',
  'sentences_raw',
  'alt_captions',
  'caption_0',
  'description',
  'alt_text',
  'title',
  'raw',
];
const PICTURES = ['image', 'jpg', 'jpeg', 'png', 'webp', 'img', 'picture', 'photo', 'image.jpg'];
const FILE_NAMES = ['file_name', 'filename', 'image_name', 'image_path', 'filepath', 'file_path'];
const IDS = ['image_id', 'cocoid', 'coco_id', 'img_id', 'imgid', '__key__', 'key', 'id'];

/**
 * Guesses what columns hold by their types and names.
 * @param image the column of pictures where it was chosen, else empty; `caption` likewise
 * @throws InputError that names the columns there are, where a chosen one is not usable or nothing can be guessed
 */
export function guessColumns(columns: readonly TableColumn[], image: string, caption: string): TableRoles {
  return {
    image: pictureColumn(columns, image),
    caption: captionColumn(columns, caption),
    name: nameColumn(columns),
  };
}

/** Throws as `guessColumns` does. */
export const pictureColumn = (columns: readonly TableColumn[], chosen: string): TableColumn =>
  choose(chosen, columns.filter(isPictures), PICTURES, 'pictures (bytes)', columns);

/** Throws as `guessColumns` does. */
export const captionColumn = (columns: readonly TableColumn[], chosen: string): TableColumn =>
  choose(chosen, columns.filter(isTexts), CAPTIONS, 'captions (text, or lists of texts)', columns);

const isPictures = ({ kind }: TableColumn): boolean => kind === 'pictures';
const isTexts = ({ kind }: TableColumn): boolean => kind === 'text' || kind === 'texts';

function nameColumn(columns: readonly TableColumn[]): TableColumn | null {
  const ids = columns.filter(({ kind }) => kind === 'text' || kind === 'number');
  const fileName = byName(ids, FILE_NAMES);
  if (fileName) return fileName;
  return byName(ids, IDS) ?? null;
}

const byName = (columns: readonly TableColumn[], names: readonly string[]): TableColumn | undefined =>
  names.map((name) => columns.find((column) => column.name.toLowerCase() === name)).find(Boolean);

function choose(
  chosen: string,
  usable: readonly TableColumn[],
  names: readonly string[],
  what: string,
  all: readonly TableColumn[],
): TableColumn {
  const found = chosen
    ? usable.find(({ name }) => name === chosen)
    : (byName(usable, names) ?? (usable.length === 1 ? usable[0] : undefined));
  if (found) return found;
  const there = all.map(({ name, kind }) => `${name} (${DESCRIPTIONS[kind]})`).join(', ');
  throw new InputError(
    chosen
      ? `The column “${chosen}” holds no ${what}. The columns are ${there}.`
      : `Which column holds ${what} does not follow from the names. The columns are ${there}: choose one.`,
  );
}

/** What a column holds, as messages say it. */
export const DESCRIPTIONS: Readonly<Record<TableColumn['kind'], string>> = {
  pictures: 'pictures',
  text: 'text',
  texts: 'lists of texts',
  number: 'whole numbers',
  other: 'other',
};
