import type { BatchSize } from '../../embeddings/batch-size';
import { failureOf } from '../../encoder/runtime/failure';
import type { LeastRows } from '../../encoder/runtime/batches';
import { DeviceError, messageOf } from '../../lib/errors';
import type { Matrix32 } from '../../math/matrix';
import { stackRows } from '../../math/stack-rows';
import { abortable } from '../../net/abortable';

/** What is known of a loaded encoder here. */
interface LoadedThread {
  readonly thread: { readonly died: AbortSignal };
  readonly least: LeastRows;
}

/** Loads an encoder, or returns the loaded one; calls are made on `Loaded`, which has the thread. */
interface EncoderSource<Loaded extends LoadedThread> {
  load(): Promise<Loaded>;
  /** Ends the loaded one. */
  end(): void;
}

const MAX_RESTARTS = 3;

/** What is embedded: each kind has its own batch size. */
export type ItemKind = 'pictures' | 'captions';

/**
 * An encoder that is restarted when its thread, its runtime or its GPU is gone, and given smaller batches when memory runs
 * out. The call that failed is repeated; earlier ones were answered. Each failure is reported in a sentence.
 */
export class RestartingEncoder<Loaded extends LoadedThread> {
  private readonly source: EncoderSource<Loaded>;
  private readonly sizes: Readonly<Record<ItemKind, BatchSize>>;
  private readonly report: (sentence: string) => void;
  private readonly signal: AbortSignal;
  private restarts = 0;
  private readonly fits: Record<ItemKind, number> = { pictures: Infinity, captions: Infinity };

  constructor(
    source: EncoderSource<Loaded>,
    sizes: Readonly<Record<ItemKind, BatchSize>>,
    report: (sentence: string) => void,
    signal: AbortSignal,
  ) {
    this.source = source;
    this.sizes = sizes;
    this.report = report;
    this.signal = signal;
  }

  /**
   * The answer of a call, repeated on a new encoder where the old one is gone.
   * @throws DeviceError after three restarts; what `signal` was aborted with; any error that a restart would not fix
   */
  async call<Answer>(call: (loaded: Loaded) => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const loaded = await this.source.load();
      try {
        return await abortable(abortable(call(loaded), loaded.thread.died), this.signal);
      } catch (error) {
        this.signal.throwIfAborted();
        if (failureOf(error) !== 'gone') throw error;
        this.source.end();
        if (this.restarts === MAX_RESTARTS) throw gaveUp(error);
        this.restarts++;
        this.report(
          `The encoder stopped (${messageOf(error)}). It was restarted; nothing is embedded twice.`,
        );
      }
    }
  }

  /**
   * Vectors of items, a row each, in as many calls as memory requires.
   * @param work the items' total work, in the unit by which batch sizes are compared
   * @throws as `call` does; DeviceError where there is not enough memory for the smallest batch
   */
  async embed<Item>(
    kind: ItemKind,
    items: readonly Item[],
    work: number,
    call: (loaded: Loaded, part: Item[]) => Promise<Matrix32>,
  ): Promise<Matrix32> {
    const parts: Matrix32[] = [];
    for (let at = 0; at < items.length;) {
      const part = items.slice(at, at + this.fits[kind]);
      try {
        const start = performance.now();
        parts.push(await this.call((loaded) => call(loaded, part)));
        const share = (work * part.length) / items.length;
        this.sizes[kind].record(part.length, share, (performance.now() - start) / 1000);
        at += part.length;
      } catch (error) {
        if (failureOf(error) !== 'memory') throw error;
        const { least } = await this.source.load();
        this.source.end();
        if (part.length <= least[kind]) throw doesNotFit(kind, least[kind], error);
        this.fits[kind] = Math.max(least[kind], Math.floor(part.length / 2));
        this.sizes[kind].limit(this.fits[kind]);
        this.report(
          `Memory ran out with ${part.length} ${kind} in a batch. The encoder was restarted with at most ${this.fits[kind]} in a batch.`,
        );
      }
    }
    return stackRows(parts);
  }
}

const gaveUp = (error: unknown) =>
  new DeviceError(
    `The encoder stopped ${MAX_RESTARTS + 1} times, most recently because: ${messageOf(error)}. Finished embeddings are kept. ` +
      'Close other tabs, or choose another device or smaller weights, and press Run to continue.',
    error,
  );

const doesNotFit = (kind: ItemKind, rows: number, error: unknown) =>
  new DeviceError(
    rows === 1
      ? `There is not enough memory to embed even one ${kind === 'pictures' ? 'picture' : 'caption'} with this model (${messageOf(error)}). ` +
          'Choose smaller weights (q8) or a smaller model, or close other tabs.'
      : `There is not enough memory to embed ${rows} ${kind} at once with this model (${messageOf(error)}), and on this device fewer at once would have other vectors. ` +
          'Choose WebAssembly as the device, smaller weights (q8) or a smaller model, or close other tabs.',
    error,
  );
