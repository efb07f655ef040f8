import type { RangeFileOptions } from '../../net/range-file';
import type { ReadingChoice } from '../formats/captions-formats';
import type { ImageSource } from '../sources/image-source';
import type { Captions } from '../types';

/** How a source is asked: the run's signal, and what hosts make necessary. */
export type Asking = Omit<RangeFileOptions, 'byteLength'>;

export interface OpenedCoco {
  readonly captions: Captions;
  readonly pictures: ImageSource;
  /** What a reader of the results must know of it. */
  readonly sentence?: string;
}

/** A place that COCO val2017 can be read from. To add one: write a file beside mirror.ts, and list it in coco-sources.ts. */
export interface CocoSource {
  /** As the page and the record of a run name it, with the host. */
  readonly label: string;
  /** Small requests that find out whether this page may read it; null where it may, else why not. */
  probe(asking: Asking): Promise<string | null>;
  /** @param wanted how many pictures with captions are enough; null for all */
  open(wanted: number | null, asking: Asking): Promise<OpenedCoco>;
}

/** COCO's own file of captions leaves nothing to choose. */
export const AS_IT_IS: ReadingChoice = { imageColumn: '', captionColumn: '', split: '' };
