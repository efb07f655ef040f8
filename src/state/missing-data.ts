import { missingFrom } from '../dataset/dropped/open-dropped';
import type { LabState } from './lab-state';
import { hasPairFiles } from './watch-files';

/** Why dropped files cannot be run yet, in a sentence; null where they can, or are still being looked at. */
export function missingData({ choices, files, inspection }: LabState): string | null {
  if (choices.data !== 'files') return null;
  if (!hasPairFiles(files)) return missingFrom({ file: null, pictures: [] }, files);
  return typeof inspection === 'string' ? null : inspection.problem;
}
