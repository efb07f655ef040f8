import { demo } from './demo';
import { hostGone } from './host-gone';
import { keptRuns } from './kept-runs';
import { link } from './link';
import { narrow } from './narrow';
import { ownFiles } from './own-files';
import { testPictures } from './pictures';
import type { Story } from './story';
import { vectors } from './vectors';

/** All stories, in the order in which they are told. */
export const STORIES: readonly Story[] = [
  demo,
  ownFiles,
  vectors,
  keptRuns,
  hostGone,
  link,
  testPictures,
  narrow,
];
