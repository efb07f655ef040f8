import type { ImageSource } from '../../dataset/sources/image-source';
import type { Captions } from '../../dataset/types';
import type { RunRecord } from '../../protocol/run-record';

/** Captions and where their pictures come from. */
export interface OpenedData {
  readonly label: string;
  readonly captions: Captions;
  readonly pictures: ImageSource;
  /** Where it was read from, where there are several sources. */
  readonly origin?: Pick<RunRecord['data'], 'source' | 'sourcesRefused'>;
}
