import type { BatchSize } from '../embeddings/batch-size';
import { failureOf } from '../encoder/runtime/failure';
import { DeviceError, messageOf } from '../lib/errors';
import { matrix, type Matrix32 } from '../math/matrix';
import { abortable } from '../net/abortable';

/** An encoder in a thread of its own; `died` is aborted when that is gone. */
interface Started {
  readonly remote: unknown;
  readonly died: AbortSignal;
}

interface Source<Running extends Started> {
  /** The encoder that runs, or a new one where none does. */
  start(): Promise<Running>;
  /** Ends the one that runs. */
  end(): void;
}

const MAX_RESTARTS = 3;

/** What is embedded: each kind has its own size of batches. */
export type What = 'pictures' | 'captions';

/**
 * An encoder that is started anew when its thread, its runtime or its GPU is gone, and is given less at a time when memory runs out.
 * What it was asked last is asked again; all before has been answered. Each mishap is told in a sentence.
 */
export class RestartingEncoder<Running extends Started> {
  private readonly source: Source<Running>;
  private readonly tell: (sentence: string) => void;
  private readonly signal: AbortSignal;
  private restarts = 0;
  private readonly sizes: Readonly<Record<What, BatchSize>>;
  private readonly fits: Record<What, number> = { pictures: Infinity, captions: Infinity };

  constructor(
    source: Source<Running>,
    sizes: Readonly<Record<What, BatchSize>>,
    tell: (sentence: string) => void,
    signal: AbortSignal,
  ) {
    this.source = source;
    this.sizes = sizes;
    this.tell = tell;
    this.signal = signal;
  }

  /**
   * What a call of the encoder gives.
   * @throws DeviceError after three restarts; what `signal` was aborted with; any error that a restart does not mend
   */
  async call<Answer>(call: (encoder: Running['remote']) => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const { remote, died } = await this.source.start();
      try {
        return await abortable(abortable(call(remote), died), this.signal);
      } catch (error) {
        this.signal.throwIfAborted();
        if (failureOf(error) !== 'gone') throw error;
        this.source.end();
        if (this.restarts === MAX_RESTARTS) throw gaveUp(error);
        this.restarts++;
        this.tell(
          `The encoder stopped (${messageOf(error)}). It was started again; nothing is embedded twice.`,
        );
      }
    }
  }

  /**
   * Vectors of items, a row each, in as many calls as memory asks for. What `work` of them took tells the size of later batches.
   * @throws as `ask` does; DeviceError where memory does not hold one item
   */
  async embed<Item>(
    what: What,
    items: readonly Item[],
    work: number,
    call: (encoder: Running['remote'], part: Item[]) => Promise<Matrix32>,
  ): Promise<Matrix32> {
    const parts: Matrix32[] = [];
    for (let at = 0; at < items.length;) {
      const part = items.slice(at, at + this.fits[what]);
      try {
        const start = performance.now();
        parts.push(await this.call((encoder) => call(encoder, part)));
        const share = (work * part.length) / items.length;
        this.sizes[what].took(part.length, share, (performance.now() - start) / 1000);
        at += part.length;
      } catch (error) {
        if (failureOf(error) !== 'memory') throw error;
        this.source.end();
        if (part.length === 1) throw doesNotFit(what, error);
        this.fits[what] = Math.floor(part.length / 2);
        this.sizes[what].limit(this.fits[what]);
        this.tell(
          `Memory ran out at ${part.length} ${what} at a time. The encoder was started again with at most ${this.fits[what]}.`,
        );
      }
    }
    return joined(parts);
  }
}

const gaveUp = (error: unknown) =>
  new DeviceError(
    `The encoder stopped ${MAX_RESTARTS + 1} times, at last because: ${messageOf(error)}. What was embedded is kept. ` +
      'Close other tabs, or choose another device or smaller weights, and press Run to go on.',
    error,
  );

const doesNotFit = (what: What, error: unknown) =>
  new DeviceError(
    `Memory does not hold this model with a single one of the ${what} (${messageOf(error)}). ` +
      'Choose smaller weights (q8) or a smaller model, or close other tabs.',
    error,
  );

/** The rows of all parts, one after the other. */
function joined(parts: readonly Matrix32[]): Matrix32 {
  if (parts.length === 1) return parts[0];
  const cols = parts[0]?.cols ?? 0;
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const data = new Float32Array(rows * cols);
  let at = 0;
  for (const part of parts) {
    data.set(part.data, at);
    at += part.data.length;
  }
  return matrix(rows, cols, data);
}
