import { expect, test } from 'vitest';
import { shareThreads } from './device';

const MIB = 2 ** 20;

test('a small model on WebAssembly gets an encoder for each thread', () => {
  expect(shareThreads({ device: 'wasm', threads: 4 }, 5 * MIB)).toEqual({ encoders: 4, threads: 1 });
  expect(shareThreads({ device: 'wasm', threads: 1 }, 5 * MIB)).toEqual({ encoders: 1, threads: 1 });
});

test('a large one, which would take as many times its memory, gets one encoder, as does a GPU', () => {
  expect(shareThreads({ device: 'wasm', threads: 4 }, 150 * MIB)).toEqual({ encoders: 1, threads: 4 });
  expect(shareThreads({ device: 'webgpu', threads: 4 }, 5 * MIB)).toEqual({ encoders: 1, threads: 4 });
});
