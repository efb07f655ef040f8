import type { PcgState } from '../../../math/random/pcg64';
import type { Scratch } from '../scratch';

/** What a stream takes in linear memory: assembly/pcg64.ts says how it lies there. */
export const STREAM_BYTES = 40;

/** Copies a stream into linear memory. */
export function putStream(scratch: Scratch, at: number, { state, increment, spare }: PcgState): void {
  const words = [...state, ...increment, spare === undefined ? 0 : 1, spare ?? 0];
  scratch.words(at, STREAM_BYTES / 4).set(words);
}

/** Where a stream in linear memory stands. */
export function takeStream(scratch: Scratch, at: number): PcgState {
  const words = [...scratch.words(at, STREAM_BYTES / 4)];
  return { state: words.slice(0, 4), increment: words.slice(4, 8), spare: words[8] ? words[9] : undefined };
}
