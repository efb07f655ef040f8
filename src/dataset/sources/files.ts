import { PictureError } from '../../lib/errors';
import type { PictureEntry } from './entries';

/** Pictures that were dropped or picked, alone or as a folder. */
export function fileEntries(files: readonly File[]): PictureEntry[] {
  return files.map((file) => ({
    path: file.webkitRelativePath || file.name,
    async read() {
      if (file.size === 0) throw new PictureError('the file is empty');
      return file;
    },
  }));
}
