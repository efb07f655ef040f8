import { transfer } from 'comlink';
import { startEncoder, type Hosted } from '../../workers/host';
import { filesOf, modelAt } from '../../src/clip/catalogue';
import { resolveDevice, type Device } from '../../src/clip/device';
import type { ModelFiles } from '../../src/clip/download';
import type { ImageConfig } from '../../src/clip/config';
import type { Encoder } from '../../src/clip/encoder';
import { prepare } from '../../src/clip/prepare';
import type { ModelDtype } from '../../src/clip/weights';
import type { Matrix32 } from '../../src/math/matrix';

export type Side = 'images' | 'texts';

export interface Opening {
  /** The address of a folder laid out as the hub, and a model of it. */
  readonly models: string;
  readonly id: string;
  readonly dtype: ModelDtype;
  readonly device: Device;
}

let encoder: Hosted<Encoder> | undefined;
let config: ImageConfig | undefined;
let pictures: readonly Blob[] = [];
let captions: readonly string[] = [];

async function answer(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response;
}

/** The files of a model below an address, fetched and not kept. */
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
 * Starts the lab's encoder in its worker; `mixed` tells that parts of a graph run on the CPU beside WebGPU.
 * @throws Error where the device is not there: nothing else takes its place
 */
async function open({ models, id, dtype, device }: Opening): Promise<{ mixed: boolean }> {
  const { substitution, threads } = await resolveDevice(device);
  if (substitution !== null) throw new Error(substitution);
  const files = await readModel(`${models}/${id}`, dtype);
  encoder?.terminate();
  encoder = startEncoder();
  const graphs = [files.vision.buffer, files.text.buffer];
  const opened = await encoder.remote.open(transfer(files, graphs), device, threads);
  config = opened.image;
  return { mixed: opened.mixed };
}

/** Fetches the pictures at addresses, and keeps them and the captions to be embedded. */
async function give(urls: readonly string[], texts: readonly string[]): Promise<void> {
  pictures = await Promise.all(urls.map(async (url) => (await answer(url)).blob()));
  captions = texts;
}

function* batches<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Embeds what was given, so many at a time; unit vectors as plain arrays. */
async function embed(side: Side, size: number): Promise<number[][]> {
  const { remote } = encoder!;
  const rows: number[][] = [];
  const keep = ({ rows: count, cols, data }: Matrix32) => {
    for (let r = 0; r < count; r++) rows.push([...data.subarray(r * cols, (r + 1) * cols)]);
  };
  if (side === 'texts') for (const batch of batches(captions, size)) keep(await remote.embedTexts(batch));
  else {
    for (const batch of batches(pictures, size)) {
      const prepared = await Promise.all(batch.map((picture) => prepare(picture, config!)));
      keep(await remote.embedPrepared(prepared));
    }
  }
  return rows;
}

/** The lab's encoder with any model that is served beside the page. */
export const clip = { open, give, embed };
