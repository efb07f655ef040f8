import { wrap } from 'comlink';
import { modelAt } from '../../src/encoder/catalogue/catalogue';
import { filesOf } from '../../src/encoder/catalogue/model-files';
import type { ModelFiles } from '../../src/encoder/download/download';
import { resolveDevice, type Device } from '../../src/encoder/runtime/device';
import type { ModelDtype } from '../../src/protocol/models';
import { openOurs, type Embedder } from './our-embedder';
import { watchMainThread } from './responsiveness';
import type { TransformersJs } from './transformers-js';

/** Who embeds: the lab's own encoder, transformers.js with as many threads, or transformers.js with its default number. */
export type Who = 'ours' | 'transformers.js' | 'transformers.js, its own threads';
export type Side = 'images' | 'texts';

interface Opening {
  /** The URL of a folder laid out like the hub, and a model in it. */
  readonly models: string;
  readonly id: string;
  readonly dtype: ModelDtype;
  readonly device: Device;
}

const embedders = new Map<Who, Embedder>();
let pictures: readonly Blob[] = [];
let captions: readonly string[] = [];

async function answer(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response;
}

/** The files of a model below a URL, fetched and not stored. */
async function readModel(address: string, dtype: ModelDtype): Promise<ModelFiles> {
  const { baseUrl, ...model } = modelAt(address, '');
  const files = filesOf(model, dtype);
  const text = async (path: string) => (await answer(baseUrl + path)).text();
  const bytes = async (path: string) => new Uint8Array(await (await answer(baseUrl + path)).arrayBuffer());
  return {
    config: await text(files.config),
    preprocessor: await text(files.preprocessor),
    tokenizer: await text(files.tokenizer),
    tokenizerConfig: await text(files.tokenizerConfig),
    text: await bytes(files.text),
    vision: await bytes(files.vision),
  };
}

/**
 * Starts an embedder in a worker, on as many threads as a run takes unless its name says otherwise; `mixed`: parts of a graph run on the CPU beside WebGPU.
 * @throws Error where the device is missing; there is no fallback
 */
async function open(who: Who, { models, id, dtype, device }: Opening): Promise<{ mixed: boolean }> {
  const { fallback, threads } = await resolveDevice(device);
  if (fallback !== null) throw new Error(fallback);
  if (who === 'ours') {
    const { embedder, mixed } = await openOurs(await readModel(`${models}/${id}`, dtype), device, threads);
    embedders.set(who, embedder);
    return { mixed };
  }
  const worker = new Worker(new URL('./transformers-js.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<TransformersJs>(worker);
  embedders.set(who, remote);
  await remote.open(`${models}/`, id, dtype, device, who === 'transformers.js' ? threads : null);
  return { mixed: false };
}

/** Fetches the pictures at URLs, and holds them and the captions ready for embedding. */
async function give(urls: readonly string[], texts: readonly string[]): Promise<void> {
  pictures = await Promise.all(urls.map(async (url) => (await answer(url)).blob()));
  captions = texts;
}

const vectorsOf = (who: Who, side: Side, batch: number) => {
  const embedder = embedders.get(who)!;
  return side === 'images' ? embedder.embedImages(pictures, batch) : embedder.embedTexts(captions, batch);
};

/** Embeds the inputs in batches; returns unit vectors as plain arrays. */
async function embed(who: Who, side: Side, batch: number): Promise<number[][]> {
  const { rows, cols, data } = await vectorsOf(who, side, batch);
  return Array.from({ length: rows }, (_, r) => [...data.subarray(r * cols, (r + 1) * cols)]);
}

/** Seconds to embed the inputs. */
async function time(who: Who, side: Side, batch: number): Promise<number> {
  const start = performance.now();
  await vectorsOf(who, side, batch);
  return (performance.now() - start) / 1000;
}

/** The longest task of the main thread while the inputs are embedded, in milliseconds; 0 if none took 50 ms. */
async function longestTask(who: Who, side: Side, batch: number): Promise<number> {
  const stop = watchMainThread();
  await vectorsOf(who, side, batch);
  return stop().longestTask;
}

/** Dual encoders with any model that is served beside the page. */
export const clip = { open, give, embed, time, longestTask };
