import type { Pairing } from '../protocol/pairing';

/** An id as the source wrote it: COCO's are numbers, those of a table are text. */
export type Id = number | string;

/** A picture that a captions file names. The file name is relative and harmless, see `plainFileName`. */
export interface Picture {
  readonly id: Id;
  readonly fileName: string;
  readonly width?: number;
  readonly height?: number;
  /** COCO's licence number. */
  readonly license?: number;
}

export interface Caption {
  readonly id: Id;
  readonly imageId: Id;
  /** Trimmed, never empty. */
  readonly text: string;
}

/** What is not part of a run, and why. The reason never contains the id, so that equal reasons can be counted. */
export interface LeftOutRecord {
  readonly id: Id;
  readonly what: 'image' | 'caption';
  readonly reason: string;
  /** The picture's file name, where `what` is `image`. */
  readonly fileName?: string;
}

/** A captions file as read: pictures and captions in file order. */
export interface Captions {
  readonly pictures: readonly Picture[];
  readonly captions: readonly Caption[];
  /** Captions that had white space around them, which was taken off. */
  readonly trimmed: number;
  readonly leftOut: readonly LeftOutRecord[];
}

interface TextItem {
  readonly id: Id;
  readonly text: string;
  readonly imageId: Id;
}

export interface ImageItem {
  readonly id: Id;
  readonly fileName: string;
}

/**
 * The items of a run, by row. With pairing `reference` the gallery has one row per caption, so an image may stand in
 * several rows.
 */
export interface Dataset {
  readonly texts: readonly TextItem[];
  readonly images: readonly ImageItem[];
  /** The right image of each text: length = texts, values are image rows. */
  readonly imageOf: Uint32Array;
  readonly pairing: Pairing;
}
