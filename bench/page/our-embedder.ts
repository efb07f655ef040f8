import { bytesOf } from '../../src/lib/bytes';
import { sha256 } from '../../src/lib/sha256';
import { memoryCache } from '../../src/embeddings/cache';
import { embed } from '../../src/embeddings/embed';
import { embedTexts } from '../../src/embeddings/embed-texts';
import type { Embedded, EmbedProgress } from '../../src/embeddings/embedded';
import type { ModelFiles } from '../../src/encoder/download/download';
import type { Device } from '../../src/encoder/runtime/device';
import type { Matrix32 } from '../../src/math/matrix';
import { DecodePool } from '../../src/run/encoder/decode-pool';
import { decoderCount, startDecoder, startEncoder } from '../../workers/host';

/** Embeds inputs as unit vectors, a row each, in batches of the given size. */
export interface Embedder {
  embedImages(pictures: readonly Blob[], batch: number): Promise<Matrix32>;
  embedTexts(texts: readonly string[], batch: number): Promise<Matrix32>;
}

const never = new AbortController().signal;

/** The vectors of all inputs. Throws an Error where one cannot be embedded. */
async function vectorsOf(embedding: AsyncGenerator<EmbedProgress, Embedded>): Promise<Matrix32> {
  for (;;) {
    const step = await embedding.next();
    if (!step.done) continue;
    const { vectors, failures } = step.value;
    if (failures.length > 0) throw new Error(failures[0].reason);
    return vectors;
  }
}

/** The lab's encoder as a run uses it, with an empty cache; `mixed` as in Encoder.open. */
export async function openOurs(
  files: ModelFiles,
  device: Device,
  threads: number,
): Promise<{ readonly embedder: Embedder; readonly mixed: boolean }> {
  const { remote } = startEncoder();
  const decoders = new DecodePool(startDecoder, decoderCount());
  const { image, mixed } = await remote.open(files, device, threads);
  const keyOf = (hash: string) => hash;
  const embedder: Embedder = {
    embedImages: (pictures, batch) =>
      vectorsOf(
        embed(
          pictures,
          {
            read: async (picture) => picture,
            hashOf: async (picture) => sha256(await bytesOf(picture)),
            keyOf,
            prepare: async (picture) => (await decoders.prepare(await bytesOf(picture), image)).picture,
            encode: (prepared) => remote.embedPrepared(prepared),
            nextBatch: () => batch,
          },
          memoryCache(),
          never,
        ),
      ),
    embedTexts: (texts, batch) =>
      vectorsOf(
        embedTexts(
          texts,
          {
            keyOf,
            countTokens: (some) => remote.countTokens(some),
            encode: (some) => remote.embedTexts(some),
            nextBatch: () => batch,
          },
          memoryCache(),
          never,
        ),
      ),
  };
  return { embedder, mixed };
}
