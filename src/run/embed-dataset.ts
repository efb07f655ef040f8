import { preparerCount, startPreparer } from '../../workers/host';
import { dropFailed } from '../dataset/pairing/drop-failed';
import type { ImageSource } from '../dataset/sources/image-source';
import type { Dataset } from '../dataset/types';
import { BatchSize } from '../embeddings/batch-size';
import { embed, type ImagePipeline } from '../embeddings/embed';
import { embedTexts, type TextPipeline } from '../embeddings/embed-texts';
import type { Embedded, EmbedProgress } from '../embeddings/embedded';
import { keysOf } from '../embeddings/key';
import type { Rgb } from '../images/resample';
import { InputError } from '../lib/errors';
import { matrix, type Matrix32 } from '../math/matrix';
import { abortable } from '../net/abortable';
import type { LeftOutRecord } from '../protocol/run-record';
import { storedVectors } from '../storage/indexed-db';
import { DecodePool } from './decode-pool';
import { mapSteps } from './map-steps';
import type { OpenedEncoder, StartedEncoder } from './open-encoder';
import { RestartingEncoder, type What } from './restarting-encoder';

/** The items that could be embedded and their unit vectors, row by row. */
export interface EmbeddedDataset {
  readonly dataset: Dataset;
  readonly text: Matrix32;
  readonly image: Matrix32;
  readonly leftOut: readonly LeftOutRecord[];
  /** How many of a kind were encoded at a time in the end; absent where none was. */
  readonly atOnce: { readonly [kind in What]?: number };
}

export interface EmbedStep extends EmbedProgress {
  readonly stage: 'images' | 'texts';
  /** The size of batches that is fastest on this device as far as is known. */
  readonly atOnce: number;
}

/** Sizes of batches that are tried. */
const PICTURES_AT_ONCE = [8, 16, 32];
const CAPTIONS_AT_ONCE = [32, 64, 128];

interface Source extends Pick<OpenedEncoder, 'end' | 'identity'> {
  start(): Promise<StartedEncoder>;
}

/**
 * Embeds pictures, then captions; what cannot be embedded is left out, and its pairs with it. Mishaps of the encoder that the run
 * survives are told in a sentence each.
 */
export async function* embedDataset(
  dataset: Dataset,
  pictures: ImageSource,
  source: Source,
  tell: (sentence: string) => void,
  signal: AbortSignal,
): AsyncGenerator<EmbedStep, EmbeddedDataset> {
  const sizes = { pictures: new BatchSize(PICTURES_AT_ONCE), captions: new BatchSize(CAPTIONS_AT_ONCE) };
  const encoder = new RestartingEncoder(source, sizes, tell, signal);
  const names = [...new Set(dataset.images.map((image) => image.fileName))];
  const images = yield* mapSteps(
    embedPictures(names, pictures, source, encoder, sizes.pictures, signal),
    told('images', sizes.pictures),
  );
  const ofTexts: TextPipeline = {
    keyOf: keysOf(source.identity, 'text'),
    countTokens: (captions) => encoder.call((remote) => remote.countTokens(captions)),
    encode: (captions, tokens) =>
      encoder.embed('captions', captions, tokens, (remote, part) => remote.embedTexts(part)),
    nextBatch: () => sizes.captions.next(),
  };
  const captions = dataset.texts.map((item) => item.text);
  const texts = yield* mapSteps(
    embedTexts(captions, ofTexts, storedVectors, signal),
    told('texts', sizes.captions),
  );

  const reasonOf = new Map(images.failures.map(({ index, reason }) => [names[index], reason]));
  const failedImages = dataset.images.flatMap(({ fileName }, row) => (reasonOf.has(fileName) ? [row] : []));
  const remaining = dropFailed(
    dataset,
    texts.failures.map(({ index }) => index),
    failedImages,
  );
  if (remaining.dataset.texts.length === 0) throw new InputError(nothingLeft(reasonOf));
  const vectorOf = new Map(images.rows.map((name, vector) => [names[name], vector]));
  const textVectorOf = new Map(texts.rows.map((item, vector) => [item, vector]));
  return {
    dataset: remaining.dataset,
    text: gather(
      texts.vectors,
      Array.from(remaining.textRows, (row) => textVectorOf.get(row)!),
    ),
    image: gather(
      images.vectors,
      remaining.dataset.images.map(({ fileName }) => vectorOf.get(fileName)!),
    ),
    atOnce: {
      ...(images.encoded > 0 && { pictures: sizes.pictures.best() }),
      ...(texts.encoded > 0 && { captions: sizes.captions.best() }),
    },
    leftOut: failedImages.map((row) => {
      const { id, fileName } = dataset.images[row];
      return { id, what: 'image', reason: reasonOf.get(fileName)!, fileName };
    }),
  };
}

/** Pictures are fetched, decoded and resized ahead of the encoder, in threads of their own. */
async function* embedPictures(
  names: readonly string[],
  pictures: ImageSource,
  { start, identity }: Source,
  encoder: RestartingEncoder<StartedEncoder>,
  size: BatchSize,
  signal: AbortSignal,
): AsyncGenerator<EmbedProgress, Embedded> {
  const preparers = new DecodePool(startPreparer, preparerCount());
  const modal: ImagePipeline<string, Blob, Rgb> = {
    read: (name, readSignal) => pictures.read(name, readSignal),
    bytesOf: async (blob) => new Uint8Array(await blob.arrayBuffer()),
    keyOf: keysOf(identity, 'image'),
    prepare: async (blob) => {
      const { image } = await abortable(start(), signal);
      return abortable(preparers.prepare(blob, image), signal);
    },
    encode: (prepared) =>
      encoder.embed('pictures', prepared, prepared.length, (remote, part) => remote.embedPrepared(part)),
    nextBatch: () => size.next(),
  };
  try {
    return yield* embed(names, modal, storedVectors, signal);
  } finally {
    preparers.terminate();
  }
}

const told =
  (stage: EmbedStep['stage'], size: BatchSize) =>
  (progress: EmbedProgress): EmbedStep => ({ stage, ...progress, atOnce: size.best() });

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
