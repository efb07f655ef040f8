import type { LeastRows } from '../../encoder/runtime/batches';
import type { ImageConfig } from '../../images/config';
import type { EncoderFacts } from '../../protocol/conformance';
import type { EncoderThread } from '../threads';

/** An encoder in its worker, with its model loaded. */
export interface LoadedEncoder {
  /** Names the model, its weights and the device. */
  readonly identity: string;
  readonly thread: EncoderThread;
  /** How its pictures are prepared. */
  readonly image: ImageConfig;
  /** The fewest rows that a batch takes. */
  readonly least: LeastRows;
}

/** Keeps one encoder loaded between runs, since loading a model takes seconds. */
export class EncoderSlot {
  private loaded: LoadedEncoder | undefined;
  /** What was found during this visit, by identity. */
  readonly facts = new Map<string, EncoderFacts>();

  /** The loaded encoder, if it has that identity. */
  get(identity: string): LoadedEncoder | undefined {
    return this.loaded?.identity === identity ? this.loaded : undefined;
  }

  /** Replaces and ends the loaded encoder. */
  put(encoder: LoadedEncoder): void {
    this.clear();
    this.loaded = encoder;
  }

  /** Ends the loaded encoder. */
  clear(): void {
    this.loaded?.thread.terminate();
    this.loaded = undefined;
  }
}
