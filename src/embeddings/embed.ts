import pMap, { pMapIterable } from 'p-map';
import type { EncodedBatch } from '../clip/encoder';
import { PictureError } from '../dataset/image-source';
import { matrix, type Matrix32 } from '../math/matrix';
import type { VectorCache } from './cache';
import { sha256 } from './key';

/** How one modality is read, named and encoded. Plain functions, so that it runs without workers or a browser. */
export interface Modal<Item, Content> {
  /** Fetches an item's content. A PictureError leaves this item out with its message as reason; any other ends the stage. */
  read(item: Item, signal: AbortSignal): Promise<Content>;
  /** The bytes that identify a content. */
  bytesOf(content: Content): Promise<Uint8Array<ArrayBuffer>>;
  keyOf(contentHash: string): string;
  encode(contents: Content[], signal: AbortSignal): Promise<EncodedBatch>;
  /** Items encoded at a time. */
  readonly batch: number;
}

/** Counts of items; `encoded`, `cached` and `failed` add up to `done`. */
export interface EmbedProgress {
  readonly done: number;
  readonly total: number;
  readonly encoded: number;
  /** Given a vector without encoding: the cache, or an equal item of the batch, had it. */
  readonly cached: number;
  readonly failed: number;
}

/** The unit vectors of the items that could be embedded, in the items' order. */
export interface Embedded {
  readonly vectors: Matrix32;
  /** Item position of each vector row. */
  readonly rows: readonly number[];
  readonly failures: readonly { readonly index: number; readonly reason: string }[];
  readonly encoded: number;
  readonly cached: number;
}

interface Read<Content> {
  readonly index: number;
  readonly content?: Content;
  readonly key?: string;
  readonly reason?: string;
}

const READS_AT_ONCE = 8;

/**
 * Embeds items batch by batch: the next batch is read and hashed while one is encoded; a content is encoded once, and not at
 * all where the cache holds its vector; new vectors are stored as soon as their batch is done, so that a stopped run keeps them.
 * Throws what `signal` was aborted with, and any error that is not about one item alone.
 */
export async function* embed<Item, Content>(
  items: readonly Item[],
  modal: Modal<Item, Content>,
  cache: VectorCache,
  signal: AbortSignal,
): AsyncGenerator<EmbedProgress, Embedded> {
  const found: (Float32Array | undefined)[] = new Array(items.length);
  const failures: { index: number; reason: string }[] = [];
  let encoded = 0;

  const starts = Array.from({ length: Math.ceil(items.length / modal.batch) }, (_, b) => b * modal.batch);
  const batches = pMapIterable(starts, (start) => readBatch(items, start, modal, signal), {
    concurrency: 1,
    backpressure: 2,
  });
  let done = 0;
  const cached = (): number => done - failures.length - encoded;
  for await (const batch of batches) {
    signal.throwIfAborted();
    for (const { index, reason } of batch) if (reason !== undefined) failures.push({ index, reason });
    const readable = batch.filter((item) => item.key !== undefined);
    const known = await cache.getMany(readable.map((item) => item.key!));
    readable.forEach((item, i) => (found[item.index] = known[i]));

    const missing = readable.filter((item) => found[item.index] === undefined);
    if (missing.length > 0) {
      const { fresh, reasons } = await encodeDistinct(missing, modal, signal);
      for (const { index, key } of missing) {
        found[index] = fresh.get(key!);
        const reason = reasons.get(key!);
        if (reason !== undefined) failures.push({ index, reason });
      }
      await cache.setMany([...fresh]);
      encoded += fresh.size;
    }
    done += batch.length;
    yield { done, total: items.length, encoded, cached: cached(), failed: failures.length };
  }
  return { ...stack(found), failures: failures.sort((a, b) => a.index - b.index), encoded, cached: cached() };
}

function readBatch<Item, Content>(
  items: readonly Item[],
  start: number,
  modal: Modal<Item, Content>,
  signal: AbortSignal,
): Promise<Read<Content>[]> {
  const indices = Array.from({ length: Math.min(modal.batch, items.length - start) }, (_, i) => start + i);
  return pMap(
    indices,
    async (index) => {
      try {
        const content = await modal.read(items[index], signal);
        return { index, content, key: modal.keyOf(await sha256(await modal.bytesOf(content))) };
      } catch (error) {
        if (error instanceof PictureError) return { index, reason: error.message };
        throw error;
      }
    },
    { concurrency: READS_AT_ONCE },
  );
}

/** Encodes each content once, however many items have it: vectors and reasons by key. */
async function encodeDistinct<Item, Content>(
  items: readonly Read<Content>[],
  modal: Modal<Item, Content>,
  signal: AbortSignal,
): Promise<{ fresh: Map<string, Float32Array>; reasons: Map<string, string> }> {
  const contents = new Map(items.map((item) => [item.key!, item.content!]));
  const keys = [...contents.keys()];
  const { rows, vectors, failures } = await modal.encode([...contents.values()], signal);
  const vector = (row: number) => vectors.data.slice(row * vectors.cols, (row + 1) * vectors.cols);
  return {
    fresh: new Map(rows.map((position, row) => [keys[position], vector(row)])),
    reasons: new Map(failures.map(({ index, reason }) => [keys[index], reason])),
  };
}

function stack(found: readonly (Float32Array | undefined)[]): { vectors: Matrix32; rows: number[] } {
  const rows = found.flatMap((vector, index) => (vector ? [index] : []));
  const cols = rows.length > 0 ? found[rows[0]]!.length : 0;
  const data = new Float32Array(rows.length * cols);
  rows.forEach((index, r) => data.set(found[index]!, r * cols));
  return { vectors: matrix(rows.length, cols, data), rows };
}
