import { sha256 } from '../lib/sha256';
import type { Matrix32 } from '../math/matrix';
import type { VectorCache } from './cache';
import { keyedRows, stack, type Embedded, type EmbedProgress } from './embedded';
import { WriteBehind } from './write-behind';

/** How texts are keyed, measured and encoded. Plain functions, so that it runs without workers or a browser. */
export interface TextPipeline {
  keyOf(contentHash: string): string;
  /** The number of tokens of each text. */
  countTokens(texts: string[]): Promise<readonly number[]>;
  /** Unit vectors of texts, texts × dimensions; `tokens` is their number with padding. */
  encode(texts: string[], tokens: number): Promise<Matrix32>;
  /** How many texts the next batch has. */
  nextBatch(): number;
}

/** Texts looked up at a time: few enough to leave the thread responsive. */
const LOOKED_UP_AT_ONCE = 512;

/**
 * Embeds texts; the vectors come in the order of the texts. Texts that the cache lacks are encoded once each, sorted by number of
 * tokens, so that batches need hardly any padding. That order does not depend on the texts' positions, so equal sets make equal
 * batches of equal sizes. The longest come first, so that running out of memory shows at once. New vectors are stored as soon as
 * their batch is done. Throws what `signal` was aborted with, and any error of the encoder.
 */
export async function* embedTexts(
  texts: readonly string[],
  pipeline: TextPipeline,
  cache: VectorCache,
  signal: AbortSignal,
): AsyncGenerator<EmbedProgress, Embedded> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const distinct = [...times.keys()];
  const vectors = new Map<string, Float32Array>();
  const keys = new Map<string, string>();
  let [done, encoded] = [0, 0];
  const take = (text: string, vector: Float32Array) => {
    vectors.set(text, vector);
    done += times.get(text)!;
  };
  const progress = (): EmbedProgress => ({
    done,
    total: texts.length,
    encoded,
    cached: done - encoded,
    failed: 0,
  });

  for (const part of parts(distinct, LOOKED_UP_AT_ONCE)) {
    const named = await Promise.all(part.map(async (text) => pipeline.keyOf(await hashOf(text))));
    const known = await cache.getMany(named);
    signal.throwIfAborted();
    part.forEach((text, i) => {
      keys.set(text, named[i]);
      const vector = known[i];
      if (vector) take(text, vector);
    });
    yield progress();
  }

  const missing = distinct.filter((text) => !vectors.has(text));
  if (missing.length > 0) {
    const tokens = await pipeline.countTokens(missing);
    const lengthOf = new Map(missing.map((text, i) => [text, tokens[i]]));
    const sorted = longestFirst(missing, tokens);
    const writes = new WriteBehind(cache);
    try {
      for (let at = 0; at < sorted.length;) {
        signal.throwIfAborted();
        const part = sorted.slice(at, at + pipeline.nextBatch());
        at += part.length;
        const rows = keyedRows(
          part.map((text) => keys.get(text)!),
          await pipeline.encode(part, part.length * lengthOf.get(part[0])!),
        );
        await writes.put(rows);
        encoded += part.length;
        part.forEach((text, i) => take(text, rows[i][1]));
        yield progress();
      }
    } finally {
      await writes.end();
    }
  }
  const { cached } = progress();
  return { ...stack(texts.map((text) => vectors.get(text))), failures: [], encoded, cached };
}

/** Sorted by number of tokens, the most first; ties by the texts themselves. */
export function longestFirst(texts: readonly string[], tokens: readonly number[]): string[] {
  const ofLength = new Map<number, string[]>();
  texts.forEach((text, i) => {
    const sameLength = ofLength.get(tokens[i]);
    if (sameLength) sameLength.push(text);
    else ofLength.set(tokens[i], [text]);
  });
  return [...ofLength.keys()].sort((a, b) => b - a).flatMap((length) => ofLength.get(length)!.sort());
}

const hashOf = (text: string): Promise<string> => sha256(new TextEncoder().encode(text));

function parts<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
