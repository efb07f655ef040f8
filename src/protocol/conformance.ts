/** What is found when an encoder is loaded; kept beside its vectors, which may come from the cache later. */
export interface EncoderFacts {
  /** True where parts of a graph ran on the CPU beside WebGPU. */
  readonly mixed: boolean;
  /** Absent in facts that an earlier version of this page stored. */
  readonly conformance?: Conformance;
}

/** Fixed inputs, embedded by the encoder that made a run's vectors when it was opened. */
export interface Conformance {
  /** The lowest cosine of an input's vector and the one that WebAssembly gives; null where they were not compared. */
  readonly lowestCosine: number | null;
  /** Why they were not; null where they were. */
  readonly notCompared: string | null;
  /** How far this browser's pixels of a known JPEG are from Pillow's, of 255; null where it does not decode it. */
  readonly jpegDifference: number | null;
  readonly jpegRefused: string | null;
  /** The inputs, captions and drawn pictures, and their unit vectors: fp32, little-endian, base64. */
  readonly golden: readonly { readonly input: string; readonly vector: string }[];
}
