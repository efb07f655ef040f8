import type { Encoder } from '../encoder/runtime/encoder';
import type { Bytes } from '../lib/bytes';
import type { ImageConfig } from '../images/config';
import type { PreparedPicture } from '../images/prepare';
import type { RankerChoice } from '../protocol/devices';
import type { SweepConfig } from '../protocol/sweep-config';
import type { EvaluatorPool } from '../sweep/engine/evaluator-pool';
import type { SelfTest } from '../sweep/self-test/self-test';

/** The methods of `T` as they are called from another thread. */
type Asynchronous<T> = {
  readonly [M in keyof T]: T[M] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never;
};

/** A worker seen from the thread that started it. */
export interface Thread<T> {
  readonly remote: Asynchronous<T>;
  /** Aborted with a DeviceError when the worker dies or cannot be loaded; pending calls are never answered then. */
  readonly died: AbortSignal;
  terminate(): void;
}

export type EncoderThread = Thread<Pick<Encoder, 'open' | 'embedPrepared' | 'embedTexts' | 'countTokens'>>;

/** Decodes and resizes pictures. What it refuses is data, since an error loses its class between threads. */
export interface Decoder {
  prepare(
    picture: Bytes,
    config: ImageConfig,
    withThumbnail: boolean,
  ): Promise<PreparedPicture | { readonly refused: string }>;
  /** The thumbnail alone; null where there can be none. */
  thumbnail(picture: Bytes): Promise<Bytes | null>;
}

/** Workers that evaluate together. */
export interface Evaluators {
  /** The evaluators; the first has the GPU where one is chosen and found. */
  open(ranker: RankerChoice): Promise<EvaluatorPool>;
  /** Runs known inputs through the first evaluator's kernels. */
  selfTest(config: SweepConfig): Promise<SelfTest>;
  terminate(): void;
}
