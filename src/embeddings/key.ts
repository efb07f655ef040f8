/** Everything about an encoder that affects a vector. Two runs share a cached vector only where all of it is equal. */
export interface EncoderIdentity {
  /** Where the model's files come from: a base URL. */
  readonly model: string;
  /** A pinned revision, or `sha256:…` of the files where nothing pins them. */
  readonly revision: string;
  readonly dtype: string;
  /** `wasm` with its number of threads, or `webgpu` with its adapter. */
  readonly device: string;
  /** Version of the runtime that executes the graph. */
  readonly runtime: string;
  /** Version of our own decode, resize, tokenise and batching steps. */
  readonly preprocessing: number;
}

export type Modality = 'text' | 'image';

/** The cache keys of one encoder and modality: content hash → key. JSON, so that different parts never give the same key. */
export function keysOf(encoder: EncoderIdentity, modality: Modality): (contentHash: string) => string {
  const parts = [
    encoder.model,
    encoder.revision,
    encoder.dtype,
    encoder.device,
    encoder.runtime,
    encoder.preprocessing,
    modality,
  ];
  return (contentHash) => JSON.stringify([...parts, contentHash]);
}
