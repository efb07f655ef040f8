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

/** What is found when an encoder is loaded; kept beside its vectors, which may come from the cache later. */
export const encoderFactsSchema = v.object({
  /** True where parts of a graph ran on the CPU beside WebGPU. */
  mixed: v.boolean(),
  /** Absent in facts that an earlier version of this page stored. */
  conformance: v.exactOptional(conformanceSchema),
});
export type EncoderFacts = DeepReadonly<v.InferOutput<typeof encoderFactsSchema>>;
