import { expect, test } from 'vitest';
import { DeviceError, InputError } from '../../lib/errors';
import { failureOf } from './failure';

test.each([
  ['memory', new Error('failed to call OrtRun(). ERROR_CODE: 6, ERROR_MESSAGE: std::bad_alloc')],
  ['memory', new RangeError('Array buffer allocation failed')],
  ['memory', new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory')],
  ['memory', new Error('WebGPU device error(2): Out of memory')],
  ['memory', new Error('Failed to allocate memory for requested buffer of size 268435456')],
  ['memory', 1991937888],
  ['gone', new DeviceError('the browser ended its thread')],
  ['gone', new WebAssembly.RuntimeError('memory access out of bounds')],
  ['gone', new Error('WebGPU device lost (2): Device was destroyed.')],
  [
    'gone',
    new Error(
      'Failed to create a WebGPU compute pipeline: A valid external Instance reference no longer exists.',
    ),
  ],
  ['other', new InputError('The model must give image_embeds.')],
  ['other', new Error('Got invalid dimensions for input: input_ids')],
])('%s: %s', (kind, error) => {
  const { name, message } = error as Error;
  const crossed = typeof error === 'number' ? error : Object.assign(new Error(message), { name });
  expect(failureOf(crossed)).toBe(kind);
});
