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
  /** What was found when it was checked. */
  readonly facts: EncoderFacts;
}

/** An encoder that is loaded or being loaded. */
interface Entry {
  readonly identity: string;
  readonly loading: Promise<LoadedEncoder>;
  readonly ending: AbortController;
}

/** Keeps one encoder loaded between runs, and before the first, since loading a model takes seconds. */
export class EncoderSlot {
  private entry: Entry | undefined;
  /** What was found during this visit, by identity. */
  readonly facts = new Map<string, EncoderFacts>();

  /**
   * The encoder of that identity: the one that is loaded or being loaded, else what `open` gives, which replaces and ends any other.
   * @param signal ends the loading, where it is this call that begins it
   * @param open is to end what it has begun when its signal is aborted; throws as it does
   */
  load(
    identity: string,
    signal: AbortSignal,
    open: (signal: AbortSignal) => Promise<LoadedEncoder>,
  ): Promise<LoadedEncoder> {
    if (this.entry?.identity === identity) return this.entry.loading;
    this.clear();
    const ending = new AbortController();
    const entry = { identity, ending, loading: open(AbortSignal.any([signal, ending.signal])) };
    this.entry = entry;
    const forget = () => {
      if (this.entry === entry) this.entry = undefined;
    };
    signal.addEventListener('abort', forget);
    entry.loading.then(({ thread }) => {
      signal.removeEventListener('abort', forget);
      if (ending.signal.aborted) thread.terminate();
      else ending.signal.addEventListener('abort', () => thread.terminate());
    }, forget);
    return entry.loading;
  }

  /** Ends the encoder that is loaded or being loaded. */
  clear(): void {
    this.entry?.ending.abort();
    this.entry = undefined;
  }
}
