import pMap, { pMapIterable } from 'p-map';
import { PictureError } from '../lib/errors';
import type { Matrix32 } from '../math/matrix';
import type { VectorCache } from './cache';
import { keyedRows, stack, type Embedded, type EmbedProgress } from './embedded';
import { WriteBehind } from './write-behind';

/**
 * How items are read, keyed, prepared and encoded. Plain functions, so that it runs without workers or a browser. A PictureError of
 * `read` or `prepare` leaves its item out with the message as reason; any other error ends the stage.
 */
export interface ImagePipeline<Item, Content, Prepared> {
  /** Fetches an item's content. */
  read(item: Item, signal: AbortSignal): Promise<Content>;
  /** SHA-256 of the bytes that identify a content. */
  hashOf(content: Content): Promise<string>;
  keyOf(contentHash: string): string;
  /** Is given each content whose vector the cache holds, instead of `prepare`. */
  known?(content: Content): Promise<void>;
  /** Turns a content into the encoder's input, ahead of the encoder. */
  prepare(content: Content): Promise<Prepared>;
  /** Unit vectors, a row each. */
  encode(prepared: Prepared[]): Promise<Matrix32>;
  /** The number of items of the next batch. */
  nextBatch(): number;
}

/** An item by its place: the key of its content, or why there is none. */
interface Named {
  readonly index: number;
  readonly key: string | undefined;
  readonly reason: string | undefined;
}

interface Read<Content> extends Named {
  readonly content: Content | undefined;
}

/** A batch that waits for the encoder, without the contents that it was made of. */
interface Ready<Prepared> {
  readonly items: readonly Named[];
  /** By key: vectors that the cache had, what is to be encoded, and why something is not. */
  readonly known: ReadonlyMap<string, Float32Array>;
  readonly prepared: ReadonlyMap<string, Prepared>;
  readonly refused: ReadonlyMap<string, string>;
}

const READS_AT_ONCE = 8;
/** Batches prepared at once, and the most held in memory, which therefore does not grow with the number of items. */
const BATCHES_AT_ONCE = 2;
const BATCHES_HELD = 3;

/**
 * Embeds items batch by batch: the next batches are read, hashed and prepared while one is encoded; a content is encoded once, and
 * neither prepared nor encoded where the cache holds its vector; new vectors are stored while the next batch is encoded, and a stopped run keeps
 * them. Throws what `signal` was aborted with, and any error that is not about one item alone.
 */
export async function* embed<Item, Content, Prepared>(
  items: readonly Item[],
  pipeline: ImagePipeline<Item, Content, Prepared>,
  cache: VectorCache,
  signal: AbortSignal,
): AsyncGenerator<EmbedProgress, Embedded> {
  const keys: (string | undefined)[] = new Array(items.length);
  const vectors = new Map<string, Float32Array>();
  const reasons = new Map<string, string>();
  const failures: { index: number; reason: string }[] = [];
  let [done, encoded] = [0, 0];

  const batches = pMapIterable(
    ranges(items.length, pipeline),
    (range) => makeReady(items, range, pipeline, cache, signal),
    {
      concurrency: BATCHES_AT_ONCE,
      backpressure: BATCHES_HELD,
    },
  );
  const cached = (): number => done - failures.length - encoded;
  const writes = new WriteBehind(cache);
  try {
    for await (const batch of batches) {
      signal.throwIfAborted();
      batch.known.forEach((vector, key) => vectors.set(key, vector));
      batch.refused.forEach((reason, key) => reasons.set(key, reason));
      // An equal item of another batch may have been encoded in the meantime.
      const fresh = [...batch.prepared].filter(([key]) => !vectors.has(key));
      if (fresh.length > 0) {
        const encodedRows = await pipeline.encode(fresh.map(([, prepared]) => prepared));
        const rows = keyedRows(
          fresh.map(([key]) => key),
          encodedRows,
        );
        await writes.put(rows);
        for (const [key, vector] of rows) vectors.set(key, vector);
        encoded += rows.length;
      }
      for (const { index, key, reason } of batch.items) {
        keys[index] = key;
        const failed = reason ?? reasons.get(key!);
        if (failed !== undefined) failures.push({ index, reason: failed });
      }
      done += batch.items.length;
      yield { done, total: items.length, encoded, cached: cached(), failed: failures.length };
    }
  } finally {
    await writes.end();
  }
  const found = keys.map((key) => (key === undefined ? undefined : vectors.get(key)));
  return { ...stack(found), failures: failures.sort((a, b) => a.index - b.index), encoded, cached: cached() };
}

/** The items' positions, batch by batch; the pipeline gives the size of each batch when it is due. */
function* ranges(
  length: number,
  pipeline: Pick<ImagePipeline<unknown, unknown, unknown>, 'nextBatch'>,
): Generator<number[]> {
  for (let start = 0; start < length;) {
    const size = Math.min(pipeline.nextBatch(), length - start);
    yield Array.from({ length: size }, (_, i) => start + i);
    start += size;
  }
}

/** Reads and keys a batch, looks it up in the cache, and prepares each missing content once. */
async function makeReady<Item, Content, Prepared>(
  items: readonly Item[],
  indices: readonly number[],
  pipeline: ImagePipeline<Item, Content, Prepared>,
  cache: VectorCache,
  signal: AbortSignal,
): Promise<Ready<Prepared>> {
  const read = await pMap(indices, (index) => readOne(items[index], index, pipeline, signal), {
    concurrency: READS_AT_ONCE,
  });
  const contents = new Map(
    read.flatMap(({ key, content }) => (key === undefined ? [] : [[key, content!] as const])),
  );
  const keys = [...contents.keys()];
  const found = await cache.getMany(keys);
  const known = new Map(keys.flatMap((key, i) => (found[i] ? [[key, found[i]!] as const] : [])));
  const prepared = new Map<string, Prepared>();
  const refused = new Map<string, string>();
  if (pipeline.known) {
    const { known: onKnown } = pipeline;
    await Promise.all([...known.keys()].map(async (key) => onKnown(contents.get(key)!)));
  }
  await Promise.all(
    keys
      .filter((key) => !known.has(key))
      .map(async (key) => {
        try {
          prepared.set(key, await pipeline.prepare(contents.get(key)!));
        } catch (error) {
          if (!(error instanceof PictureError)) throw error;
          refused.set(key, error.message);
        }
      }),
  );
  return { items: read.map(({ index, key, reason }) => ({ index, key, reason })), known, prepared, refused };
}

async function readOne<Item, Content>(
  item: Item,
  index: number,
  pipeline: ImagePipeline<Item, Content, unknown>,
  signal: AbortSignal,
): Promise<Read<Content>> {
  try {
    const content = await pipeline.read(item, signal);
    const key = pipeline.keyOf(await pipeline.hashOf(content));
    return { index, content, key, reason: undefined };
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    return { index, content: undefined, key: undefined, reason: error.message };
  }
}
