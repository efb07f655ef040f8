import { isPicturePath } from '../file-name';
import type { CaptionsFile, ReadingChoice } from '../formats/captions-formats';
import { readCaptions } from '../formats/read-captions';
import { picturesOfFiles } from '../sources/files';
import type { LocalPicture } from '../sources/local';
import { filesOfTar } from '../sources/tar';
import { filesOfZip } from '../sources/zip';
import { captionsBeside } from './captions-beside';

/** Captions and pictures as files that a person dropped. */
export interface PairFiles {
  readonly captions: File | null;
  readonly pictures: readonly File[];
  readonly zip: File | null;
  /** Archives of pictures and the texts beside them, as webdataset writes them. */
  readonly tars: readonly File[];
  /** Texts that stand beside pictures; used where there is no captions file. */
  readonly texts: readonly File[];
}

/** What files hold; without captions where there are none. */
export interface Dropped {
  readonly file: CaptionsFile | null;
  readonly pictures: readonly LocalPicture[];
}

/**
 * Opens dropped files. Pictures are not read yet.
 * @throws InputError where a file cannot be read
 */
export async function openDropped(
  files: PairFiles,
  choice: ReadingChoice,
  signal: AbortSignal,
): Promise<Dropped> {
  const { pictures, texts } = await openPictures(files);
  if (files.captions) return { file: await readCaptions(files.captions, choice, signal), pictures };
  return texts.length > 0 ? captionsBeside(pictures, texts, signal) : { file: null, pictures };
}

/** The pictures of all files and archives, and the texts that stand beside them. */
export async function openPictures({ pictures, zip, tars, texts }: PairFiles) {
  const zipped = zip ? await filesOfZip(zip, zip.name) : [];
  const inTars = (await Promise.all(tars.map((tar) => filesOfTar(tar, tar.name)))).flat();
  const isPicture = ({ path }: LocalPicture) => isPicturePath(path);
  return {
    pictures: [...picturesOfFiles(pictures), ...[...zipped, ...inTars].filter(isPicture)],
    texts: [...picturesOfFiles(texts), ...[...zipped, ...inTars].filter((one) => !isPicture(one))],
  };
}

/** What is missing before these files can be run, and what to add; null where nothing is. */
export function missingFrom(
  { file, pictures }: Dropped,
  { tars, texts }: Pick<PairFiles, 'tars' | 'texts'>,
): string | null {
  const count = (n: number, what: string) => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
  const [captions, given] = [file?.captions.captions.length ?? 0, pictures.length];
  if (given === 0 && captions === 0) {
    return texts.length > 0
      ? 'There are texts, and no pictures beside which they stand. Add the pictures.'
      : 'There are no captions and no pictures yet. Drop a captions file and its pictures, or pictures with a .txt beside each.';
  }
  if (given === 0) {
    const example = file!.captions.pictures[0].fileName;
    return (
      `There are ${count(captions, 'caption')}, and no pictures yet. Add the pictures (files, their folder, a zip or a tar), ` +
      `with names such as ${example}.`
    );
  }
  if (file === null) {
    const where = tars.length > 0 ? ' Their tar has no .txt or .json beside them.' : '';
    return (
      `There ${given === 1 ? 'is' : 'are'} ${count(given, 'picture')}, and no captions yet.${where} Add a captions file (COCO JSON, CSV, JSON lines), ` +
      'or a .txt of the same name beside each picture.'
    );
  }
  return captions === 0 ? 'The captions are all empty, or stand beside no picture of the same name.' : null;
}
