import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../errors';
import { parseNpyText, writeNpyText } from './npy-text';

test('texts survive the way into a file and back', () => {
  const text = fc.string({ unit: 'binary' }).filter((one) => !one.endsWith('\0'));
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      expect(parseNpyText(writeNpyText(texts), 'ids')).toEqual(texts);
    }),
  );
});

test('a file that is cut, or holds no characters, is refused', () => {
  const bytes = writeNpyText(['a', 'bc']);
  expect(() => parseNpyText(bytes.subarray(0, bytes.length - 1), 'ids')).toThrow(InputError);
  bytes.fill(0xff, bytes.length - 4);
  expect(() => parseNpyText(bytes, 'ids')).toThrow('ids, row 1 holds 4294967295, which is no character');
});
