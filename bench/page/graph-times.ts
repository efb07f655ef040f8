import { embeddingOutput } from '../../src/encoder/runtime/output';
import { openSession, type Feed, type Session } from '../../src/encoder/runtime/session';

/** A batch of captions: so many, each padded to so many tokens. */
export interface CaptionBatch {
  readonly rows: number;
  readonly cols: number;
}

/** The edge of ViT-B/32's pictures, pixels. */
const EDGE = 224;
/** Of CLIP's vocabulary: the end token, and any other. */
const [END, WORD] = [49407n, 320n];

/** What a graph calls its vectors. */
export type EmbeddingName = Parameters<typeof embeddingOutput>[1];

/** One graph of an encoder on WebAssembly in this worker, and how long it takes for batches of given shapes. */
export class GraphTimes {
  private session: Session | undefined;
  private output = '';

  async open(url: string, output: EmbeddingName, threads: number): Promise<void> {
    const graph = new Uint8Array(await (await fetch(url)).arrayBuffer());
    this.session = await openSession(graph, 'wasm', threads);
    this.output = embeddingOutput(this.session.outputs, output);
  }

  /** Seconds for batches of so many pictures each. */
  pictures(batches: readonly number[]): Promise<number> {
    const length = Math.max(...batches) * 3 * EDGE * EDGE;
    const most = Float32Array.from({ length }, (_, i) => (i % 255) / 128 - 1);
    return this.time(
      batches.map((rows) => ({
        pixel_values: { data: most.subarray(0, rows * 3 * EDGE * EDGE), dims: [rows, 3, EDGE, EDGE] },
      })),
    );
  }

  /** Seconds for batches of captions. */
  captions(batches: readonly CaptionBatch[]): Promise<number> {
    return this.time(
      batches.map(({ rows, cols }) => {
        const ids = BigInt64Array.from({ length: rows * cols }, (_, i) => ((i + 1) % cols ? WORD : END));
        const mask = new BigInt64Array(rows * cols).fill(1n);
        return {
          input_ids: { data: ids, dims: [rows, cols] },
          ...(this.session!.inputs.includes('attention_mask') && {
            attention_mask: { data: mask, dims: [rows, cols] },
          }),
        };
      }),
    );
  }

  private async time(batches: readonly Readonly<Record<string, Feed>>[]): Promise<number> {
    const start = performance.now();
    for (const feeds of batches) await this.session!.run(feeds, this.output);
    return (performance.now() - start) / 1000;
  }
}
