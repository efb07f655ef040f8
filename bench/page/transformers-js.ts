import type { Device } from '../../src/clip/device';
import type { EncodedBatch } from '../../src/clip/encoder';
import { unitRows } from '../../src/clip/unit-rows';
import type { ModelDtype } from '../../src/clip/weights';
import { matrix } from '../../src/math/matrix';

/** What is used of the package, whose own build the worker loads as it is. */
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

/** Where the server of the page has the package and the runtime that belongs to it, both as published. */
const LIBRARY = '/transformers-js/dist/transformers.min.js';
const RUNTIME = '/transformers-js-runtime/ort-wasm-simd-threaded.asyncify';

/** transformers.js as its documentation has CLIP's two sides, with the build of its runtime that it takes in Chromium. */
export class TransformersJs {
  private opened: Opened | undefined;

  /** Opens a model below a folder laid out as the hub, without its revisions. */
  async open(folder: string, id: string, dtype: ModelDtype, device: Device, threads: number): Promise<void> {
    const library = (await import(/* @vite-ignore */ new URL(LIBRARY, self.location.href).href)) as Library;
    const { env, AutoTokenizer, AutoProcessor } = library;
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    env.localModelPath = folder;
    env.useBrowserCache = false;
    const runtime = new URL(RUNTIME, self.location.href).href;
    env.backends.onnx.wasm.wasmPaths = { mjs: `${runtime}.mjs`, wasm: `${runtime}.wasm` };
    env.backends.onnx.wasm.numThreads = threads;
    this.opened = {
      library,
      tokenizer: await AutoTokenizer.from_pretrained(id),
      processor: await AutoProcessor.from_pretrained(id),
      text: await library.CLIPTextModelWithProjection.from_pretrained(id, { dtype, device }),
      vision: await library.CLIPVisionModelWithProjection.from_pretrained(id, { dtype, device }),
    };
  }

  async embedImages(pictures: readonly Blob[]): Promise<EncodedBatch> {
    const { library, processor, vision } = this.opened!;
    const images = await Promise.all(pictures.map((picture) => library.RawImage.fromBlob(picture)));
    return batchOf(await vision(await processor(images)), 'image_embeds');
  }

  async embedTexts(texts: readonly string[]): Promise<EncodedBatch> {
    const { tokenizer, text } = this.opened!;
    const inputs = await tokenizer([...texts], { padding: true, truncation: true });
    return batchOf(await text(inputs), 'text_embeds');
  }
}

function batchOf(output: unknown, name: string): EncodedBatch {
  const tensors = output as Readonly<Record<string, { dims: readonly number[]; data: Float32Array }>>;
  const { dims, data } = tensors[name];
  const vectors = unitRows(matrix(dims[0], dims[1], data), name);
  return { rows: Array.from({ length: dims[0] }, (_, row) => row), vectors, failures: [] };
}
