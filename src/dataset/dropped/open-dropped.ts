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
