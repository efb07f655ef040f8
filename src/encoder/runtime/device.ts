import { sharesMemory } from '../../lib/shared-memory';
import { isSoftwareAdapter } from '../../lib/software-adapter';

export type Device = 'webgpu' | 'wasm';

/** Where the encoder will run. */
export interface ResolvedDevice {
  readonly device: Device;
  /** The GPU adapter's own description; null on the CPU. */
  readonly adapter: string | null;
  /** Threads of the WebAssembly runtime; 1 unless threads can share memory. */
  readonly threads: number;
  /** True where the GPU computes in half precision, which fp16 weights need there. */
  readonly shaderF16: boolean;
  /** Why this is not the requested device; null where it is. */
  readonly fallback: string | null;
}

const MAX_THREADS = 4;

/**
 * The device for a choice, found by requesting an adapter. `auto` takes WebGPU only on real hardware: a software adapter
 * is slower than WebAssembly, so it is used only on explicit request.
 */
export async function resolveDevice(choice: 'auto' | Device): Promise<ResolvedDevice> {
  const threads = sharesMemory() ? Math.min(MAX_THREADS, navigator.hardwareConcurrency) : 1;
  const wasm = (fallback: string | null): ResolvedDevice => ({
    device: 'wasm',
    adapter: null,
    threads,
    shaderF16: false,
    fallback,
  });
  if (choice === 'wasm') return wasm(null);
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) {
    return wasm(
      choice === 'webgpu'
        ? 'WebGPU was requested, but this browser offers no adapter: the encoder runs on WebAssembly instead.'
        : null,
    );
  }
  const { vendor, architecture, description } = adapter.info;
  if (choice === 'auto' && isSoftwareAdapter(adapter.info)) return wasm(null);
  const name = description || [vendor, architecture].filter(Boolean).join(' ') || 'unnamed adapter';
  const shaderF16 = adapter.features.has('shader-f16');
  return { device: 'webgpu', adapter: name, threads, shaderF16, fallback: null };
}

/** How the threads of a device are used: so many encoders of one model, each with so many threads of the runtime. */
export interface Sharing {
  readonly encoders: number;
  readonly threads: number;
}

/** Models up to this size are opened once for each thread. Bytes of both graphs. */
const SMALL = 32 * 2 ** 20;

/**
 * One encoder with all threads or, for a small model on WebAssembly, as many encoders with one thread each: threads that share
 * small matrices wait for each other longer than they compute.
 * @param bytes size of the model's graphs
 */
export function shareThreads(
  { device, threads }: Pick<ResolvedDevice, 'device' | 'threads'>,
  bytes: number,
): Sharing {
  const isShared = device === 'wasm' && bytes <= SMALL;
  return isShared ? { encoders: threads, threads: 1 } : { encoders: 1, threads };
}
