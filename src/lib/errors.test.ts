import { expect, test } from 'vitest';
import { AddressError, DeviceError, FetchError, InputError, mayPass, SelfTestError } from './errors';

test('a message stays readable whatever it names: the middle of an endless one and halves of characters are replaced', () => {
  const { message } = new InputError(`The column ${'🐈'.repeat(50_000)} is not a column of pictures.`);
  expect(message.length).toBeLessThan(1000);
  expect(message).toMatch(/^The column 🐈+\ufffd? … \ufffd?🐈+ is not a column of pictures\.$/u);
  expect(new InputError('a\ud800b').message).toBe('a\ufffdb');
});

test('a message of usual length is shown as it is', () => {
  expect(new InputError('a.csv has no rows: 🐈.').message).toBe('a.csv has no rows: 🐈.');
});

test('input, an address or this build are at fault until they are changed; a host, the device and storage may not be', () => {
  const [a, b, c] = [new InputError('a'), new AddressError('b'), new SelfTestError('c')];
  expect([a, b, c].map(mayPass)).toEqual([false, false, false]);
  // Of an error of another thread only the name is left.
  expect(mayPass(Object.assign(new Error('a'), { name: 'InputError' }))).toBe(false);
  const others = [
    new FetchError('d'),
    new DeviceError('e'),
    new RangeError('Array buffer allocation failed'),
  ];
  expect(others.map(mayPass)).toEqual([true, true, true]);
});
