import type { Asking } from '../dataset/coco/coco-source';
import { wholeFileCaveat } from '../net/range-file';
import type { RunContext } from './request';

/** How the hosts of a run are asked for parts of files; where all of a file has to be fetched, that is said. */
export function askingOf({
  emit,
  signal,
  network,
}: RunContext): Asking & { onWhole: NonNullable<Asking['onWhole']> } {
  return {
    signal,
    policy: network,
    onWhole: (url, why, byteLength) =>
      emit({ kind: 'caveat', sentence: wholeFileCaveat(url, why, byteLength) }),
  };
}
