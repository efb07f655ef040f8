import type { Kernels } from '../src/kernels/contract/kernels';
import { PlainKernels } from '../src/kernels/plain/plain';
import type { KernelExports } from '../src/kernels/wasm/exports';
import { importsOf } from '../src/kernels/wasm/imports';
import relaxedUrl from '../src/kernels/wasm/relaxed.wasm?url';
import simdUrl from '../src/kernels/wasm/simd.wasm?url';
import { WasmKernels } from '../src/kernels/wasm/wasm-kernels';

import { allocate } from '../src/lib/shared-memory';

/** The builds of the WebAssembly kernels, fastest first. */
const URLS = { relaxed: relaxedUrl, simd: simdUrl };
export type Build = keyof typeof URLS;

/** A build of the kernels; undefined where this browser does not have what it needs. */
export async function openBuild(build: Build): Promise<Kernels | undefined> {
  if (typeof WebAssembly === 'undefined') return undefined;
  const bytes = await (await fetch(URLS[build])).arrayBuffer();
  if (!WebAssembly.validate(bytes)) return undefined;
  const memory = new WebAssembly.Memory({ initial: 2 });
  const { instance } = await WebAssembly.instantiate(bytes, importsOf(memory));
  const exports = instance.exports as unknown as KernelExports;
  return new WasmKernels({ exports, memory, relaxed: build === 'relaxed', allocate });
}

/** The fastest kernels that this browser has: relaxed SIMD, SIMD, or plain TypeScript. */
export const openKernels = async (): Promise<Kernels> =>
  (await openBuild('relaxed')) ?? (await openBuild('simd')) ?? new PlainKernels();
