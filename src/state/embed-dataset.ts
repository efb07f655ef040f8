import { preparerCount, startPreparer } from '../../workers/host';
import { abortable } from '../abortable';
import type { Rgb } from '../clip/resample';
import type { Dataset } from '../dataset/types';
import { dropFailed } from '../dataset/drop-failed';
import type { ImageSource } from '../dataset/image-source';
import { embed, type Modal } from '../embeddings/embed';
import { embedTexts, type TextModal } from '../embeddings/embed-texts';
import type { Embedded, EmbedProgress } from '../embeddings/embedded';
import { keysOf } from '../embeddings/key';
import type { LeftOutRecord } from '../export/run-record';
import { InputError } from '../errors';
import { matrix, type Matrix32 } from '../math/matrix';
import { storedVectors } from '../storage/indexed-db';
import { mapSteps } from './map-steps';
import type { OpenedEncoder, StartedEncoder } from './open-encoder';
import { Preparers } from './preparers';
import { SteadyEncoder } from './steady-encoder';

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

type Source = Pick<OpenedEncoder, 'start' | 'end' | 'identity'>;

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
  const encoder = new SteadyEncoder(source, tell, signal);
  const names = [...new Set(dataset.images.map((image) => image.fileName))];
  const images = yield* mapSteps(embedPictures(names, pictures, source, encoder, signal), told('images'));
  const ofTexts: TextModal = {
    keyOf: keysOf(source.identity, 'text'),
    countTokens: (captions) => encoder.ask((remote) => remote.countTokens(captions)),
    encode: (captions) => encoder.embed('captions', captions, (remote, part) => remote.embedTexts(part)),
    batch: CAPTIONS_AT_ONCE,
  };
  const captions = dataset.texts.map((item) => item.text);
  const texts = yield* mapSteps(embedTexts(captions, ofTexts, storedVectors, signal), told('texts'));

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

/** Pictures are fetched, decoded and resized ahead of the encoder, in threads of their own. */
async function* embedPictures(
  names: readonly string[],
  pictures: ImageSource,
  { start, identity }: Source,
  encoder: SteadyEncoder<StartedEncoder>,
  signal: AbortSignal,
): AsyncGenerator<EmbedProgress, Embedded> {
  const preparers = new Preparers(startPreparer, preparerCount());
  const modal: Modal<string, Blob, Rgb> = {
    read: (name, readSignal) => pictures.read(name, readSignal),
    bytesOf: async (blob) => new Uint8Array(await blob.arrayBuffer()),
    keyOf: keysOf(identity, 'image'),
    prepare: async (blob) => {
      const { image } = await abortable(start(), signal);
      return abortable(preparers.prepare(blob, image), signal);
    },
    encode: (prepared) => encoder.embed('pictures', prepared, (remote, part) => remote.embedPrepared(part)),
    batch: PICTURES_AT_ONCE,
  };
  try {
    return yield* embed(names, modal, storedVectors, signal);
  } finally {
    preparers.terminate();
  }
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
