import type { LeftOutRecord } from '../protocol/run-record';

/** An id as the captions file gives it: a number in COCO, a string in a table. */
export type Id = number | string;

/** A picture that a captions file names. The file name is relative and safe, see `requirePlainFileName`. */
export interface Picture {
  readonly id: Id;
  readonly fileName: string;
}

export interface Caption {
  readonly id: Id;
  readonly imageId: Id;
  /** Trimmed, never empty. */
  readonly text: string;
}

/** The contents of a captions file: pictures and captions in file order. */
export interface Captions {
  readonly pictures: readonly Picture[];
  readonly captions: readonly Caption[];
  /** How many captions had white space around them, which was removed. */
  readonly trimmed: number;
  /** Empty captions. */
  readonly leftOut: readonly LeftOutRecord[];
}

/**
 * The items of a run, by row. With pairing `reference` the gallery has one row per caption, so a picture may occupy
 * several rows.
 */
export interface Dataset {
  readonly texts: readonly Caption[];
  readonly images: readonly Picture[];
  /** The right image of each text: one image row per text row. */
  readonly imageOf: Uint32Array;
}
