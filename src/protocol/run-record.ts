import type { Conformance } from './conformance';
import type { SweepConfig } from './sweep-config';

/** An item that was not part of the run. */
export interface LeftOutRecord {
  readonly id: number | string;
  readonly what: 'image' | 'caption';
  readonly reason: string;
  readonly fileName?: string;
}

/** What was run, in plain JSON: enough to repeat it, and to read its numbers without the page. */
export interface RunRecord {
  readonly appVersion: string;
  readonly data: {
    /** As the page names it: "COCO val2017", "built-in demo: …", a file name. */
    readonly label: string;
    readonly pairing: 'one' | 'all' | 'reference' | null;
    /** Pairs asked for; null where all were. */
    readonly samplesAsked: number | null;
    readonly samples: number;
    readonly texts: number;
    readonly images: number;
    readonly leftOut: readonly LeftOutRecord[];
    /** Captions whose picture was not given; absent in older runs and where embeddings were given. */
    readonly captionsSkipped?: number;
    /** Captions of the file that had white space around them, which was removed; absent as above. */
    readonly captionsTrimmed?: number;
  };
  /** Absent where the embeddings were given as a file. */
  readonly model?: {
    readonly id: string;
    /** The folder its files came from; `dropped:` where they were given. */
    readonly source?: string;
    /** The pinned revision where every file was checked to be of it, else `sha256:…` of the contents. */
    readonly revision: string;
    readonly dtype: string;
    readonly preprocessing: string;
    /** Encoded at a time, as the first batches showed to be fastest; absent where nothing was encoded. Vectors of q8 depend on it a little. */
    readonly atOnce?: { readonly pictures?: number; readonly captions?: number };
  };
  readonly device: {
    /** The one that really ran. */
    readonly name: string;
    readonly adapter: string | null;
    readonly threads: number;
    readonly userAgent: string;
  };
  /** Absent where no encoder of this browser made the vectors. */
  readonly conformance?: Conformance;
  /** What evaluated the vectors. */
  readonly engine?: {
    /** The code that scores, as "WebAssembly SIMD, relaxed". */
    readonly kernels: string;
    readonly workers: number;
    /** The adapter that took part; null where none did. */
    readonly gpu: string | null;
    /** What a reader must know of the choice. */
    readonly sentence?: string;
  };
  /** What was asked for and replaced, one sentence each: a device, a thread count. Empty where nothing was. */
  readonly substitutions: readonly string[];
  readonly sweep: SweepConfig;
  /** ISO 8601, UTC. */
  readonly started: string;
  readonly finished: string;
}
