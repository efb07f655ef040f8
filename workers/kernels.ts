import relaxedUrl from '../src/retrieval/kernels/wasm/relaxed.wasm?url';
import simdUrl from '../src/retrieval/kernels/wasm/simd.wasm?url';
import type { Kernels } from '../src/retrieval/kernels/kernels';
import { PlainKernels } from '../src/retrieval/kernels/plain';
import type { KernelExports } from '../src/retrieval/kernels/wasm/exports';
import { importsOf } from '../src/retrieval/kernels/wasm/imports';
import { WasmKernels } from '../src/retrieval/kernels/wasm/wasm-kernels';

/** The fastest kernels that this browser has: relaxed SIMD, SIMD, or plain TypeScript. */
export async function openKernels(): Promise<Kernels> {
  if (typeof WebAssembly === 'undefined') return new PlainKernels();
  for (const [url, relaxed] of [
    [relaxedUrl, true],
    [simdUrl, false],
  ] as const) {
    const bytes = await (await fetch(url)).arrayBuffer();
    if (!WebAssembly.validate(bytes)) continue;
    const memory = new WebAssembly.Memory({ initial: 2 });
    const { instance } = await WebAssembly.instantiate(bytes, importsOf(memory));
    return new WasmKernels({ exports: instance.exports as unknown as KernelExports, memory, relaxed });
  }
  return new PlainKernels();
}
