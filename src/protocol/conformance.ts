import * as v from 'valibot';
import type { DeepReadonly } from '../lib/deep-readonly';

/** Fixed inputs, embedded by the encoder that made a run's vectors when it was opened. */
export const conformanceSchema = v.object({
  /** The lowest cosine of an input's vector and the one that WebAssembly gives; null where they were not compared. */
  lowestCosine: v.nullable(v.number()),
  /** Why they were not; null where they were. */
  notCompared: v.nullable(v.string()),
  /** How far this browser's pixels of a known JPEG are from Pillow's, of 255; null where it does not decode it. */
  jpegDifference: v.nullable(v.number()),
  jpegRefused: v.nullable(v.string()),
  /** The inputs, captions and drawn pictures, and their unit vectors: fp32, little-endian, base64. */
  golden: v.array(v.object({ input: v.string(), vector: v.string() })),
});
export type Conformance = DeepReadonly<v.InferOutput<typeof conformanceSchema>>;
