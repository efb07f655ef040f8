import { bytesOf } from '../../lib/bytes';
import { PictureError } from '../../lib/errors';
import type { LocalPicture } from './local';

/** Pictures that were dropped or picked, alone or in a folder. */
export function picturesOfFiles(files: readonly File[]): LocalPicture[] {
  return files.map((file) => ({
    path: file.webkitRelativePath || file.name,
    async read() {
      if (file.size === 0) throw new PictureError('the file is empty');
      return bytesOf(file);
    },
  }));
}
