import type { Dataset } from '../dataset/types';
import { dropFailed } from '../dataset/drop-failed';
import type { ImageSource } from '../dataset/image-source';
import { embed, type EmbedProgress, type Modal } from '../embeddings/embed';
import { keysOf } from '../embeddings/key';
import type { LeftOutRecord } from '../export/run-record';
import { InputError } from '../errors';
import { matrix, type Matrix32 } from '../math/matrix';
import { storedVectors } from '../storage/indexed-db';
import { abortable } from './abortable';
import { mapSteps } from './map-steps';
import type { OpenedEncoder } from './open-encoder';

/** The items that could be embedded and their unit vectors, row by row. */
export interface EmbeddedDataset {
  readonly dataset: Dataset;
  readonly text: Matrix32;
  readonly image: Matrix32;
  readonly leftOut: readonly LeftOutRecord[];
}

export type EmbedStep = EmbedProgress & { readonly stage: 'images' | 'texts' };

const PICTURES_AT_ONCE = 16;
const CAPTIONS_AT_ONCE = 64;

/** Embeds pictures, then captions; what cannot be embedded is left out, and its pairs with it. */
export async function* embedDataset(
  dataset: Dataset,
  pictures: ImageSource,
  { start, identity }: Pick<OpenedEncoder, 'start' | 'identity'>,
  signal: AbortSignal,
): AsyncGenerator<EmbedStep, EmbeddedDataset> {
  const names = [...new Set(dataset.images.map((image) => image.fileName))];
  const ofPictures: Modal<string, Blob> = {
    read: (name, readSignal) => pictures.read(name, readSignal),
    bytesOf: async (blob) => new Uint8Array(await blob.arrayBuffer()),
    keyOf: keysOf(identity, 'image'),
    encode: async (blobs) => abortable((await start()).embedImages(blobs), signal),
    batch: PICTURES_AT_ONCE,
  };
  const images = yield* mapSteps(embed(names, ofPictures, storedVectors, signal), told('images'));

  const ofTexts: Modal<string, string> = {
    read: async (text) => text,
    bytesOf: async (text) => new TextEncoder().encode(text),
    keyOf: keysOf(identity, 'text'),
    encode: async (texts) => abortable((await start()).embedTexts(texts), signal),
    batch: CAPTIONS_AT_ONCE,
  };
  const captions = dataset.texts.map((item) => item.text);
  const texts = yield* mapSteps(embed(captions, ofTexts, storedVectors, signal), told('texts'));

  const reasonOf = new Map(images.failures.map(({ index, reason }) => [names[index], reason]));
  const failedImages = dataset.images.flatMap(({ fileName }, row) => (reasonOf.has(fileName) ? [row] : []));
  const kept = dropFailed(
    dataset,
    texts.failures.map(({ index }) => index),
    failedImages,
  );
  if (kept.dataset.texts.length === 0) throw new InputError(nothingLeft(reasonOf));
  const vectorOf = new Map(images.rows.map((name, vector) => [names[name], vector]));
  const textVectorOf = new Map(texts.rows.map((item, vector) => [item, vector]));
  return {
    dataset: kept.dataset,
    text: gather(
      texts.vectors,
      Array.from(kept.textRows, (row) => textVectorOf.get(row)!),
    ),
    image: gather(
      images.vectors,
      kept.dataset.images.map(({ fileName }) => vectorOf.get(fileName)!),
    ),
    leftOut: failedImages.map((row) => {
      const { id, fileName } = dataset.images[row];
      return { id, what: 'image', reason: reasonOf.get(fileName)!, fileName };
    }),
  };
}

const told =
  (stage: EmbedStep['stage']) =>
  (progress: EmbedProgress): EmbedStep => ({ stage, ...progress });

/** The named rows, in that order. */
function gather({ cols, data }: Matrix32, rows: readonly number[]): Matrix32 {
  const out = new Float32Array(rows.length * cols);
  rows.forEach((from, to) => out.set(data.subarray(from * cols, (from + 1) * cols), to * cols));
  return matrix(rows.length, cols, out);
}

function nothingLeft(reasonOf: ReadonlyMap<string, string>): string {
  const [name, reason] = [...reasonOf][0];
  return `None of the ${reasonOf.size} pictures could be embedded; ${name}: ${reason}. Check where they come from.`;
}
