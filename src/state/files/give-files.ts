import { messageOf } from '../../lib/errors';
import { part } from '../../lib/part';
import { notify } from '../store';

/** Puts files to use as `takeFiles` does, once the readers are loaded; what goes wrong is said. */
export const giveFiles = (files: readonly File[]): Promise<void> =>
  part(import('./take-files'))
    .then(({ takeFiles }) => takeFiles(files))
    .catch((error: unknown) => notify(messageOf(error)));
