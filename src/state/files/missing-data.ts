import { missingFrom } from '../../dataset/dropped/missing-from';
import { missingNow } from '../kept/restore-files';
import type { LabState } from '../lab-state';
import { hasPairFiles } from './watch-files';

const ASKED_AGAIN =
  'The files of your last visit are not read yet: under Data they are named, with what to do. Or drop others.';

/** Why dropped files cannot be run yet, in a sentence; null where they can, or are still being looked at. */
export function missingData(state: LabState): string | null {
  const { choices, files, inspection } = state;
  if (choices.data !== 'files') return null;
  if (!hasPairFiles(files) && missingNow(state).length > 0) return ASKED_AGAIN;
  if (!hasPairFiles(files)) return missingFrom({ file: null, pictures: [] }, files);
  return typeof inspection === 'string' ? null : inspection.problem;
}
