import { bytesOf } from '../lib/bytes';
import { baseName } from '../lib/base-name';
import { extensionOf, isBeside, isPicturePath, stemOf } from './file-name';
import { CAPTIONS_EXTENSIONS } from './formats/captions-formats';
import { fileBesideVectors } from './judgements/recognise';
import { VECTOR_EXTENSIONS } from './vectors/open-source';

/** Files from a person, by use. */
export interface SortedFiles {
  readonly captionFiles: readonly File[];
  readonly pictureFiles: readonly File[];
  readonly zips: readonly File[];
  readonly tars: readonly File[];
  /** Texts beside pictures: .txt and .json of a picture's name, and .txt that come without pictures. */
  readonly texts: readonly File[];
  readonly vectors: readonly File[];
  /** Judgements of queries and items, and texts with ids. */
  readonly besideVectors: readonly File[];
  /** Hidden files and files of unsupported types. */
  readonly ignored: readonly File[];
}

type Kind = keyof SortedFiles;

/** Sorts files by extension, and by their first bytes where they have none. */
export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  const beside = new Set(files.map(pathOf).filter(isPicturePath).map(stemOf));
  const kinds = await Promise.all(files.map((file) => kindOf(file, beside)));
  const of = (kind: Kind) => files.filter((_, i) => kinds[i] === kind);
  return {
    captionFiles: of('captionFiles'),
    pictureFiles: of('pictureFiles'),
    zips: of('zips'),
    tars: of('tars'),
    texts: of('texts'),
    vectors: of('vectors'),
    besideVectors: of('besideVectors'),
    ignored: of('ignored'),
  };
}

const pathOf = (file: File): string => file.webkitRelativePath || file.name;

/** @param beside the paths of pictures without their extensions */
async function kindOf(file: File, beside: ReadonlySet<string>): Promise<Kind> {
  if (baseName(file.name).startsWith('.')) return 'ignored';
  if (isPicturePath(file.name)) return 'pictureFiles';
  const extension = extensionOf(file.name);
  if (extension === undefined) return kindOfBytes(await bytesOf(file.slice(0, 64)));
  if ((await fileBesideVectors(file, file.name)) !== null) return 'besideVectors';
  if (beside.has(stemOf(pathOf(file))) && isBeside(file.name)) return 'texts';
  if (extension === 'txt') return beside.size === 0 ? 'texts' : 'ignored';
  if (/^(tar|tgz)$/.test(extension) || /\.tar\.gz$/i.test(file.name)) return 'tars';
  if (CAPTIONS_EXTENSIONS.has(extension)) {
    return VECTOR_EXTENSIONS.has(extension) && (await holdsLists(file)) ? 'vectors' : 'captionFiles';
  }
  if (extension === 'zip') return 'zips';
  return VECTOR_EXTENSIONS.has(extension) ? 'vectors' : 'ignored';
}

/** Whether the beginning of a file has a list of at least eight numbers, as JSON lines of vectors do. */
async function holdsLists(file: File): Promise<boolean> {
  const text = await file.slice(0, 2 ** 16).text();
  return /"\s*:\s*\[(\s*-?\d[\d.eE+-]*\s*,){7}/.test(text);
}

function kindOfBytes(head: Uint8Array): Kind {
  const text = String.fromCharCode(...head);
  if (text.startsWith('PK\x03\x04')) return text.slice(30).includes('.npy') ? 'vectors' : 'zips';
  if (/^(\x93NUMPY|PAR1)/.test(text)) return 'vectors';
  if (text.startsWith('\xFF\xD8\xFF') || text.startsWith('\x89PNG')) return 'pictureFiles';
  return /^(\xEF\xBB\xBF)?\s*[[{]/.test(text) ? 'captionFiles' : 'ignored';
}
