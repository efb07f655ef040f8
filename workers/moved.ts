import { transfer } from 'comlink';
import type { ModelFiles } from '../src/encoder/download/download';

/** A model's files, for another thread: what all threads see goes along as it is, other bytes move there and are gone here. */
export const moved = (files: ModelFiles): ModelFiles =>
  transfer(
    files,
    [files.vision.buffer, files.text.buffer].filter((buffer) => buffer instanceof ArrayBuffer),
  );
