import type { ImageSource } from '../../dataset/sources/image-source';
import type { Dataset } from '../../dataset/types';
import { BatchSize } from '../../embeddings/batch-size';
import type { VectorCache } from '../../embeddings/cache';
import { embed } from '../../embeddings/embed';
import { embedTexts } from '../../embeddings/embed-texts';
import type { Embedded, EmbedProgress } from '../../embeddings/embedded';
import { keysOf } from '../../embeddings/key';
import type { Rgb } from '../../images/resample';
import { abortable } from '../../net/abortable';
import { DecodePool } from '../encoder/decode-pool';
import type { LoadedEncoder } from '../encoder/encoder-slot';
import type { OpenedEncoder } from '../encoder/open-encoder';
import { RestartingEncoder, type ItemKind } from '../encoder/restarting-encoder';
import type { SeenPicture, StageEvent } from '../events';
import { follow } from '../follow';
import { joinEmbedded, type JoinedPairs } from './join-embedded';
import { keepVectors, reportKept } from './keep-vectors';
import { readPicture, type HashedPicture } from './read-picture';
import type { RunContext } from '../request';
import { Thumbnails } from './thumbnails';

/** The pairs that could be embedded. */
export interface EmbeddedDataset extends JoinedPairs {
  /** The batch sizes that were used in the end; absent for a kind of which nothing was encoded. */
  readonly batchSizes: { readonly [kind in ItemKind]?: number };
}

/** Batch sizes that are tried. */
const PICTURE_BATCHES = [8, 16, 32];
const CAPTION_BATCHES = [32, 64, 128];

/** Nobody sees more at a time, and showing them takes time from embedding them. */
const SEEN_AT_ONCE = 4;

/** What both kinds of items are embedded with. */
interface Embedder {
  readonly opened: OpenedEncoder;
  readonly encoder: RestartingEncoder<LoadedEncoder>;
  readonly sizes: Readonly<Record<ItemKind, BatchSize>>;
  readonly vectors: VectorCache;
}

/**
 * Embeds pictures, then captions. What cannot be embedded is left out, and so are the pairs it is part of.
 * @param hashes of pictures, as a `RunRequest` has them
 */
export async function embedDataset(
  dataset: Dataset,
  pictures: ImageSource,
  hashes: Map<string, string>,
  opened: OpenedEncoder,
  context: RunContext,
): Promise<EmbeddedDataset> {
  const sizes = { pictures: new BatchSize(PICTURE_BATCHES), captions: new BatchSize(CAPTION_BATCHES) };
  const report = (sentence: string) => context.emit({ kind: 'caveat', sentence });
  const encoder = new RestartingEncoder(opened, sizes, report, context.signal);
  const vectors = keepVectors(context);
  const embedder: Embedder = { opened, encoder, sizes, vectors };

  const names = [...new Set(dataset.images.map((image) => image.fileName))];
  const images = await embedPictures(names, firstCaptions(dataset), pictures, hashes, embedder, context);
  const captions = dataset.texts.map((item) => item.text);
  const texts = await embedCaptions(captions, embedder, context);
  await reportKept(vectors, context);
  return {
    ...joinEmbedded(dataset, names, images, texts),
    batchSizes: {
      ...(images.encoded > 0 && { pictures: sizes.pictures.best() }),
      ...(texts.encoded > 0 && { captions: sizes.captions.best() }),
    },
  };
}

/** The first caption of each picture, by its file name. */
function firstCaptions({ texts, images, imageOf }: Dataset): ReadonlyMap<string, string> {
  const captions = new Map<string, string>();
  texts.forEach(({ text }, row) => {
    const { fileName } = images[imageOf[row]];
    if (!captions.has(fileName)) captions.set(fileName, text);
  });
  return captions;
}

/** Pictures are fetched, decoded and resized ahead of the encoder, in threads of their own. */
async function embedPictures(
  names: readonly string[],
  captions: ReadonlyMap<string, string>,
  pictures: ImageSource,
  hashes: Map<string, string>,
  { opened, encoder, sizes, vectors }: Embedder,
  { ports: { threads, storage }, emit, signal }: RunContext,
): Promise<Embedded> {
  const decoders = new DecodePool(threads.startDecoder, threads.decoderCount());
  const thumbnails = await Thumbnails.open(storage.thumbnails, (why) =>
    emit({ kind: 'not-kept', what: 'thumbnails', why }),
  );
  let seen: SeenPicture[] = [];
  const pipeline = {
    read: (name: string, readSignal: AbortSignal) => readPicture(name, pictures, hashes, readSignal),
    hashOf: async ({ hash }: HashedPicture) => hash,
    keyOf: keysOf(opened.identity, 'image'),
    /** Nothing is read for a thumbnail alone. */
    async known({ hash, read }: HashedPicture) {
      if (!read || !thumbnails.isMissing(hash)) return;
      const thumbnail = await abortable(decoders.thumbnail(read), signal).catch(unlessAborted(signal));
      await thumbnails.add(hash, thumbnail);
    },
    async prepare({ fileName, hash, bytes }: HashedPicture) {
      const { image } = await abortable(opened.load(), signal);
      const isMissing = thumbnails.isMissing(hash);
      const prepared = await abortable(decoders.prepare(await bytes(signal), image, isMissing), signal);
      await thumbnails.add(hash, prepared.thumbnail);
      seen.push({ fileName, hash, caption: captions.get(fileName) ?? '', thumbnail: prepared.thumbnail });
      return prepared.picture;
    },
    encode: (prepared: Rgb[]) =>
      encoder.embed('pictures', prepared, prepared.length, ({ thread }, part) =>
        thread.remote.embedPrepared(part),
      ),
    nextBatch: () => sizes.pictures.next(),
  };
  try {
    const stage = embed(names, pipeline, vectors, signal);
    return await follow(stage, (progress) => {
      if (seen.length > 0) emit({ kind: 'seen', pictures: seen.slice(-SEEN_AT_ONCE) });
      seen = [];
      emit(embedding('images', progress, sizes.pictures));
    });
  } finally {
    decoders.terminate();
    await thumbnails.write();
  }
}

/** What cannot be made small has no thumbnail; that ends nothing. */
const unlessAborted = (signal: AbortSignal) => () => {
  signal.throwIfAborted();
  return null;
};

async function embedCaptions(
  captions: readonly string[],
  { opened, encoder, sizes, vectors }: Embedder,
  { emit, signal }: RunContext,
): Promise<Embedded> {
  const pipeline = {
    keyOf: keysOf(opened.identity, 'text'),
    countTokens: (texts: string[]) => encoder.call(({ thread }) => thread.remote.countTokens(texts)),
    encode: (texts: string[], tokens: number) =>
      encoder.embed('captions', texts, tokens, ({ thread }, part) => thread.remote.embedTexts(part)),
    nextBatch: () => sizes.captions.next(),
  };
  const stage = embedTexts(captions, pipeline, vectors, signal);
  return follow(stage, (progress) => emit(embedding('texts', progress, sizes.captions)));
}

function embedding(
  name: 'images' | 'texts',
  { done, total, encoded, cached, failed }: EmbedProgress,
  size: BatchSize,
): StageEvent {
  const detail = [
    encoded > 0 && `${size.best()} at a time`,
    cached > 0 && `${cached} from the cache`,
    failed > 0 && `${failed} failed`,
  ];
  return {
    kind: 'stage',
    name,
    done,
    total,
    unit: name === 'images' ? 'pictures' : 'captions',
    free: cached,
    detail: detail.filter(Boolean).join(', '),
  };
}
