import type { Device } from '../../src/encoder/runtime/device';
import { normaliseRows } from '../../src/encoder/runtime/normalise-rows';
import { matrix, type Matrix32 } from '../../src/math/matrix';
import type { ModelDtype } from '../../src/protocol/models';

/** The part of the package that is used; the worker loads the package's own build. */
interface Library {
  readonly env: {
    allowRemoteModels: boolean;
    allowLocalModels: boolean;
    localModelPath: string;
    useBrowserCache: boolean;
    readonly backends: {
      readonly onnx: { readonly wasm: { numThreads: number; wasmPaths: { mjs: string; wasm: string } } };
    };
  };
  readonly AutoTokenizer: Loader<string[]>;
  readonly AutoProcessor: Loader<unknown[]>;
  readonly CLIPTextModelWithProjection: Loader<unknown>;
  readonly CLIPVisionModelWithProjection: Loader<unknown>;
  readonly RawImage: { fromBlob(blob: Blob): Promise<unknown> };
}

type Call<Input> = (input: Input, options?: object) => Promise<unknown>;

interface Loader<Input> {
  from_pretrained(id: string, options?: object): Promise<Call<Input>>;
}

interface Opened {
  readonly library: Library;
  readonly tokenizer: Call<string[]>;
  readonly processor: Call<unknown[]>;
  readonly text: Call<unknown>;
  readonly vision: Call<unknown>;
}

/** URLs of the package and its runtime on the page's server, both as published. */
const LIBRARY = '/transformers-js/dist/transformers.min.js';
const RUNTIME = '/transformers-js-runtime/ort-wasm-simd-threaded.asyncify';

/** CLIP's two sides in transformers.js, used as its documentation shows, with the runtime build that it picks in Chromium. */
export class TransformersJs {
  private opened: Opened | undefined;

  /** Opens a model below a folder laid out like the hub, without revisions; `threads` null leaves the number to the library. */
  async open(
    folder: string,
    id: string,
    dtype: ModelDtype,
    device: Device,
    threads: number | null,
  ): Promise<void> {
    const library = (await import(/* @vite-ignore */ new URL(LIBRARY, self.location.href).href)) as Library;
    const { env, AutoTokenizer, AutoProcessor } = library;
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    env.localModelPath = folder;
    env.useBrowserCache = false;
    const runtime = new URL(RUNTIME, self.location.href).href;
    env.backends.onnx.wasm.wasmPaths = { mjs: `${runtime}.mjs`, wasm: `${runtime}.wasm` };
    if (threads !== null) env.backends.onnx.wasm.numThreads = threads;
    this.opened = {
      library,
      tokenizer: await AutoTokenizer.from_pretrained(id),
      processor: await AutoProcessor.from_pretrained(id),
      text: await library.CLIPTextModelWithProjection.from_pretrained(id, { dtype, device }),
      vision: await library.CLIPVisionModelWithProjection.from_pretrained(id, { dtype, device }),
    };
  }

  async embedImages(pictures: readonly Blob[], batch: number): Promise<Matrix32> {
    const { library, processor, vision } = this.opened!;
    return inBatches(pictures, batch, async (some) => {
      const images = await Promise.all(some.map((picture) => library.RawImage.fromBlob(picture)));
      return vectorsOf(await vision(await processor(images)), 'image_embeds');
    });
  }

  async embedTexts(texts: readonly string[], batch: number): Promise<Matrix32> {
    const { tokenizer, text } = this.opened!;
    return inBatches(texts, batch, async (some) => {
      const inputs = await tokenizer([...some], { padding: true, truncation: true });
      return vectorsOf(await text(inputs), 'text_embeds');
    });
  }
}

/** Embeds items in batches, in order. */
async function inBatches<T>(
  items: readonly T[],
  size: number,
  embed: (some: readonly T[]) => Promise<Matrix32>,
): Promise<Matrix32> {
  const parts: Matrix32[] = [];
  for (let start = 0; start < items.length; start += size) {
    parts.push(await embed(items.slice(start, start + size)));
  }
  const [{ cols }] = parts;
  const data = new Float32Array(items.length * cols);
  parts.reduce((at, part) => (data.set(part.data, at), at + part.data.length), 0);
  return matrix(items.length, cols, data);
}

function vectorsOf(output: unknown, name: string): Matrix32 {
  const tensors = output as Readonly<Record<string, { dims: readonly number[]; data: Float32Array }>>;
  const { dims, data } = tensors[name];
  return normaliseRows(matrix(dims[0], dims[1], data), name);
}
