import { expect, test } from 'vitest';
import { catalogueModel, DEMO_MODEL } from '../../encoder/catalogue/catalogue';
import type { ResolvedDevice } from '../../encoder/runtime/device';
import { DEFAULT_HUB } from '../../protocol/models';
import { chooseDtype } from './choose-dtype';

const CLIP = catalogueModel('clip-vit-b32', DEFAULT_HUB);
const on = (device: 'wasm' | 'webgpu', shaderF16 = false): ResolvedDevice => ({
  device,
  adapter: null,
  threads: 1,
  shaderF16,
  fallback: null,
});

test('a dtype that is offered is used, on either device', () => {
  expect(chooseDtype({ dtype: 'fp16' }, CLIP, on('wasm'))).toEqual({ dtype: 'fp16', fallback: null });
  expect(chooseDtype({ dtype: 'fp16' }, CLIP, on('webgpu', true))).toEqual({ dtype: 'fp16', fallback: null });
  expect(chooseDtype({ dtype: 'q8' }, CLIP, on('webgpu'))).toEqual({ dtype: 'q8', fallback: null });
});

test('a dtype that cannot be used is replaced by what suits the device, and that is said', () => {
  expect(chooseDtype({ dtype: 'q8' }, DEMO_MODEL, on('wasm'))).toMatchObject({
    dtype: 'fp32',
    fallback: expect.stringContaining('has no q8 weights: fp32 is used instead'),
  });
  expect(chooseDtype({ dtype: 'fp16' }, CLIP, on('webgpu'))).toMatchObject({
    dtype: 'fp32',
    fallback: expect.stringContaining('shader-f16'),
  });
});

test('MobileCLIP’s q8 holds fp16 weights, so it needs of a GPU what they need', () => {
  const mobile = catalogueModel('mobileclip-s0', DEFAULT_HUB);
  expect(chooseDtype({ dtype: 'q8' }, mobile, on('webgpu')).dtype).toBe('fp32');
  expect(chooseDtype({ dtype: 'q8' }, mobile, on('webgpu', true)).dtype).toBe('q8');
  expect(chooseDtype({ dtype: 'q8' }, mobile, on('wasm')).dtype).toBe('q8');
});

test('left to the page, the dtype is what suits the device, and nothing is replaced', () => {
  expect(chooseDtype({ dtype: 'auto' }, CLIP, on('wasm'))).toEqual({ dtype: 'q8', fallback: null });
  expect(chooseDtype({ dtype: 'auto' }, CLIP, on('webgpu'))).toEqual({ dtype: 'fp32', fallback: null });
});
