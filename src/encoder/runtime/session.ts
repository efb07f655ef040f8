import asyncifyGlue from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import asyncifyBinary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import jspiGlue from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.mjs?url';
import jspiBinary from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url';
import wasmGlue from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmBinary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type * as Ort from 'onnxruntime-web/wasm';
import { DeviceError, InputError, messageOf } from '../../lib/errors';
import { matrix, type Matrix32 } from '../../math/matrix';
import { abortable } from '../../net/abortable';
import type { Device } from './device';
import { hasJspi } from './jspi';

/** The only user of onnxruntime-web. */

/** A numeric input: its values and its shape. */
export interface Feed {
  readonly data: Float32Array | BigInt64Array;
  readonly dims: readonly number[];
}

export interface Session {
  /** True where some nodes of a WebGPU session run on the CPU. */
  readonly mixed: boolean;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Runs the graph and returns its named output, which must be rows × cols. */
  run(feeds: Readonly<Record<string, Feed>>, output: string): Promise<Matrix32>;
}

const LABELS: Record<Device, string> = { webgpu: 'WebGPU', wasm: 'WebAssembly' };

/** Aborted when the GPU is lost: calls in flight may never return, and later ones cannot run. */
const gpuLoss = new AbortController();
let isWatched = false;

async function watchGpu(ort: typeof Ort): Promise<void> {
  if (isWatched) return;
  isWatched = true;
  const device = (await ort.env.webgpu.device) as GPUDevice | undefined;
  void device?.lost.then(({ message, reason }) =>
    gpuLoss.abort(new DeviceError(`the GPU was lost: ${message || reason}`)),
  );
}

/** Makes creation fail where a node would run on the CPU, which otherwise goes unnoticed. */
const GPU_ALONE = { extra: { session: { disable_cpu_ep_fallback: '1' } } };

let runtime: Promise<typeof Ort> | undefined;
let queue: Promise<unknown> = Promise.resolve();

/** One call into the runtime at a time: on WebGPU, concurrent calls never return. */
function serially<T>(call: () => Promise<T>): Promise<T> {
  const result = queue.then(call);
  queue = result.catch(() => undefined);
  return result;
}

/** A build of the runtime: its API, and the script and the binary that this fetches. */
interface Build {
  readonly api: () => Promise<unknown>;
  readonly glue: string;
  readonly binary: string;
}

const WASM: Build = { api: () => import('onnxruntime-web/wasm'), glue: wasmGlue, binary: wasmBinary };

/** For WebGPU, whose answers WebAssembly waits for with JSPI: 16.8 MB instead of 26.8. */
const JSPI: Build = { api: () => import('onnxruntime-web/jspi'), glue: jspiGlue, binary: jspiBinary };

/** The same for browsers without JSPI. */
const ASYNCIFY: Build = {
  api: () => import('onnxruntime-web/webgpu'),
  glue: asyncifyGlue,
  binary: asyncifyBinary,
};

const buildFor = (device: Device): Build => (device === 'wasm' ? WASM : hasJspi() ? JSPI : ASYNCIFY);

async function load(device: Device, threads: number): Promise<typeof Ort> {
  const { api, glue: mjs, binary: wasm } = buildFor(device);
  const ort = (await api()) as typeof Ort;
  ort.env.wasm.wasmPaths = {
    mjs: new URL(mjs, self.location.href).href,
    wasm: new URL(wasm, self.location.href).href,
  };
  ort.env.wasm.numThreads = threads;
  ort.env.logLevel = 'error';
  return ort;
}

/**
 * Opens an ONNX graph on one device. A worker stays with the device of its first session. On WebGPU all nodes are tried on the
 * GPU first; nodes that it does not support run on the CPU, and `mixed` is true.
 * @throws DeviceError where the device cannot run the graph
 */
export async function openSession(graph: Uint8Array, device: Device, threads: number): Promise<Session> {
  const ort = await (runtime ??= load(device, threads));
  const create = (extra: object) =>
    serially(() => ort.InferenceSession.create(graph, { executionProviders: [device], ...extra }));
  let mixed = false;
  let session: Ort.InferenceSession;
  try {
    session =
      device === 'webgpu'
        ? await create(GPU_ALONE).catch((error) => {
            if (!messageOf(error).includes('fallback to CPU EP')) throw error;
            mixed = true;
            return create({});
          })
        : await create({});
  } catch (error) {
    throw new DeviceError(`The model could not be started on ${LABELS[device]}: ${messageOf(error)}`, error);
  }
  if (device === 'webgpu') await watchGpu(ort);
  return {
    mixed,
    inputs: session.inputNames,
    outputs: session.outputNames,
    run: (feeds, output) =>
      serially(async () => {
        const tensors = Object.entries(feeds).map(([name, { data, dims }]) => [
          name,
          data instanceof Float32Array
            ? new ort.Tensor('float32', data, dims)
            : new ort.Tensor('int64', data, dims),
        ]);
        const results = await abortable(session.run(Object.fromEntries(tensors)), gpuLoss.signal);
        const result = results[output];
        if (!result || result.type !== 'float32' || result.dims.length !== 2) {
          throw new InputError(
            `The model must output ${output} as rows × dimensions in fp32; its outputs are ${session.outputNames.join(', ')}.`,
          );
        }
        const data = (await abortable(result.getData(), gpuLoss.signal)) as Float32Array;
        return matrix(result.dims[0], result.dims[1], data);
      }),
  };
}
