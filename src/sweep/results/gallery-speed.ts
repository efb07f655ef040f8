import type { Direction } from '../../protocol/direction';
import type { Speed } from '../../retrieval/speed/speed';

/** How a speed was measured. */
export interface SpeedMethod {
  readonly samples: number;
  /** Milliseconds that each sample lasted at least. */
  readonly sampleMs: number;
  readonly threads: number;
  /** The kernels that scored, and the browser. */
  readonly device: string;
}

/** How fast queries are answered from the whole gallery, whatever the pool of the row. */
export interface GallerySpeed extends Readonly<Record<Direction, Speed>> {
  readonly method: SpeedMethod;
}
