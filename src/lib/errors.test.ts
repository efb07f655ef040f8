import { expect, test } from 'vitest';
import { InputError } from './errors';

test('a message stays readable whatever it names: the middle of an endless one and halves of characters are replaced', () => {
  const { message } = new InputError(`The column ${'🐈'.repeat(50_000)} is not a column of pictures.`);
  expect(message.length).toBeLessThan(1000);
  expect(message).toMatch(/^The column 🐈+\ufffd? … \ufffd?🐈+ is not a column of pictures\.$/u);
  expect(new InputError('a\ud800b').message).toBe('a\ufffdb');
});

test('a message of usual length is shown as it is', () => {
  expect(new InputError('a.csv has no rows: 🐈.').message).toBe('a.csv has no rows: 🐈.');
});
