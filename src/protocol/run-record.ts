import * as v from 'valibot';
import { conformanceSchema } from './conformance';
import type { DeepReadonly } from '../lib/deep-readonly';
import { PAIRINGS } from './pairing';
import { sideNamesSchema } from './side-names';
import { sweepSchema } from './sweep-config';

/** What was run, in plain JSON: its types, and the schemas by which a stored one is checked when it is read back. */

const text = v.string();
const number = v.number();

/** An item that was not part of the run. */
export const leftOutSchema = v.object({
  id: v.union([number, text]),
  what: v.picklist(['image', 'caption']),
  reason: text,
  fileName: v.exactOptional(text),
});
export type LeftOutRecord = DeepReadonly<v.InferOutput<typeof leftOutSchema>>;

/** Enough to repeat a run, and to read its numbers without the page. */
export const runRecordSchema = v.object({
  appVersion: text,
  data: v.object({
    /** As the page names it: "COCO val2017", "built-in demo: …", a file name. */
    label: text,
    /**
     * SHA-256 of texts, pictures (or ids) and judgements, in their order: equal where two runs ask the same of the same. Absent in
     * older runs, where nothing tells given vectors apart but their numbers, and on pages that are not served securely.
     */
    fingerprint: v.exactOptional(text),
    /** Which of several sources it was read from; absent where there is one. */
    source: v.exactOptional(text),
    /** The sources that were asked before it, and why this page may not read them. */
    sourcesRefused: v.exactOptional(v.array(v.object({ source: text, reason: text }))),
    /** Further right pictures of captions beside their own, and how many pairs they add; absent where there are none. */
    furtherPairs: v.exactOptional(v.object({ of: text, pairs: number })),
    /** What the items of the two sides are called; absent where they are texts and images that were embedded. */
    sides: v.exactOptional(sideNamesSchema),
    pairing: v.nullable(v.picklist(PAIRINGS)),
    /** Pictures asked for, or captions with pairing `reference`; null where all were. */
    samplesAsked: v.nullable(number),
    /** Images in the run. */
    samples: number,
    texts: number,
    images: number,
    leftOut: v.array(leftOutSchema),
    /** Captions whose picture was not given; absent in older runs and where embeddings were given. */
    captionsSkipped: v.exactOptional(number),
    /** Captions of the file that had white space around them, which was removed; absent as above. */
    captionsTrimmed: v.exactOptional(number),
  }),
  /** The vectors that losses are counted from: their dimension, and the others that the file held, if any. */
  vectors: v.object({
    baseDim: number,
    givenDims: v.exactOptional(v.array(number)),
    /** SHA-256 of their numbers: equal where all are, bit for bit. Absent in older runs and on pages that are not served securely. */
    fingerprint: v.exactOptional(text),
  }),
  /** Absent where the embeddings were given as a file. */
  model: v.exactOptional(
    v.object({
      id: text,
      /** The folder its files came from; `dropped:` where they were given. */
      source: v.exactOptional(text),
      /** The pinned revision where every file was checked to be of it, else `sha256:…` of the contents. */
      revision: text,
      dtype: text,
      preprocessing: text,
      /** Version of the runtime, and the device with its threads or adapter: with the above, what stored vectors are known by. Absent in older runs. */
      runtime: v.exactOptional(text),
      processor: v.exactOptional(text),
      /** Batch sizes, as the first batches showed to be fastest; absent where nothing was encoded. Vectors of q8 depend on them a little. */
      atOnce: v.exactOptional(
        v.object({ pictures: v.exactOptional(number), captions: v.exactOptional(number) }),
      ),
    }),
  ),
  device: v.object({
    /** The one that really ran. */
    name: text,
    adapter: v.nullable(text),
    threads: number,
    userAgent: text,
  }),
  /** Absent where no encoder of this browser made the vectors. */
  conformance: v.exactOptional(conformanceSchema),
  /** What evaluated the vectors. */
  engine: v.exactOptional(
    v.object({
      /** The code that scores, as "WebAssembly SIMD, relaxed". */
      kernels: text,
      workers: number,
      /** The adapter that took part; null where none did. */
      gpu: v.nullable(text),
    }),
  ),
  /** What was asked for and replaced, one sentence each: a device, a thread count. Empty where nothing was. */
  substitutions: v.array(text),
  sweep: sweepSchema,
  /** Of results that were read from a file; absent for a run of this browser. */
  opened: v.exactOptional(
    v.object({
      file: text,
      /** Whose columns it has: those of this page, or the reference's. */
      origin: v.picklist(['lab', 'reference']),
      /** Whether the file says how it was run; else `sweep` is what its rows show, and the rest of it means nothing. */
      hasRecord: v.boolean(),
      /** When it was run, where the file says so. */
      measured: v.exactOptional(text),
    }),
  ),
  /** ISO 8601, UTC; of results that were read from a file, when it was opened. */
  started: text,
  finished: text,
});
export type RunRecord = DeepReadonly<v.InferOutput<typeof runRecordSchema>>;
