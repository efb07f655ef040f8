import type { ImageConfig } from '../../images/config';
import type { EncoderThread } from '../threads';

/** An encoder in its worker, with its model loaded. */
export interface LoadedEncoder {
  /** Names the model, its weights and the device. */
  readonly identity: string;
  readonly thread: EncoderThread;
  /** How it wants its pictures. */
  readonly image: ImageConfig;
}

/** Keeps one encoder loaded between runs, since loading a model takes seconds. */
export class EncoderSlot {
  private loaded: LoadedEncoder | undefined;
  /** Identities that were checked during this visit. */
  readonly checked = new Set<string>();

  /** The loaded encoder of that identity, if it is the one that is loaded. */
  get(identity: string): LoadedEncoder | undefined {
    return this.loaded?.identity === identity ? this.loaded : undefined;
  }

  /** Takes the place of the one before, which ends. */
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
