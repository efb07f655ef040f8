import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import type { KernelExports } from '../../src/kernels/wasm/exports';
import { importsOf } from '../../src/kernels/wasm/imports';
import { WasmKernels } from '../../src/kernels/wasm/wasm-kernels';
import { ordinary } from '../../src/lib/allocate';

// Node 20 has relaxed SIMD behind a flag; later ones have it anyway.
setFlagsFromString('--experimental-wasm-relaxed-simd');

/** The compiled kernels in Node, for tests and benchmarks: `npm run kernels` has to have been run. */
export function openKernels(build: 'simd' | 'relaxed'): WasmKernels {
  const file = new URL(`../../src/kernels/wasm/${build}.wasm`, import.meta.url);
  const memory = new WebAssembly.Memory({ initial: 2 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), importsOf(memory));
  return new WasmKernels({
    exports: exports as unknown as KernelExports,
    memory,
    relaxed: build === 'relaxed',
    allocate: ordinary,
  });
}
