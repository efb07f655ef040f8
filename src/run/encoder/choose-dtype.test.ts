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

test('a dtype that the model offers is used, on either device', () => {
  expect(chooseDtype({ dtype: 'fp16' }, CLIP, on('wasm'))).toEqual({ dtype: 'fp16', fallback: null });
  expect(chooseDtype({ dtype: 'fp16' }, CLIP, on('webgpu', true))).toEqual({ dtype: 'fp16', fallback: null });
  expect(chooseDtype({ dtype: 'q8' }, CLIP, on('webgpu'))).toEqual({ dtype: 'q8', fallback: null });
});

test('a dtype that cannot be used is replaced by the device’s default, with a notice', () => {
  expect(chooseDtype({ dtype: 'q8' }, DEMO_MODEL, on('wasm'))).toMatchObject({
    dtype: 'fp32',
    fallback: expect.stringContaining('has no q8 weights: fp32 is used instead'),
  });
  expect(chooseDtype({ dtype: 'fp16' }, CLIP, on('webgpu'))).toMatchObject({
    dtype: 'fp32',
    fallback: expect.stringContaining('shader-f16'),
  });
});

test('MobileCLIP’s q8 includes fp16 weights, so on a GPU it needs shader-f16', () => {
  const mobile = catalogueModel('mobileclip-s0', DEFAULT_HUB);
  expect(chooseDtype({ dtype: 'q8' }, mobile, on('webgpu')).dtype).toBe('fp32');
  expect(chooseDtype({ dtype: 'q8' }, mobile, on('webgpu', true)).dtype).toBe('q8');
  expect(chooseDtype({ dtype: 'q8' }, mobile, on('wasm')).dtype).toBe('q8');
});

test.each([
  ['q8 on the CPU', on('wasm'), ['fp32', 'fp16', 'q8'], 'q8'],
  ['fp32 on a GPU without half precision', on('webgpu'), ['fp32', 'fp16', 'q8'], 'fp32'],
  ['fp16 on a GPU with half precision', on('webgpu', true), ['fp32', 'fp16', 'q8'], 'fp16'],
  ['fp32 where the model has no q8', on('wasm'), ['fp32'], 'fp32'],
  ['whatever the model has where it has no fp32', on('webgpu'), ['q8'], 'q8'],
] as const)('the default is %s, without a notice', (_name, device, offered, dtype) => {
  const graphs = Object.fromEntries(offered.map((one) => [one, CLIP.graphs[one]]));
  expect(chooseDtype({ dtype: 'auto' }, { ...CLIP, graphs }, device)).toEqual({ dtype, fallback: null });
});
