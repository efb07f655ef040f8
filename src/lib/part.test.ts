import { expect, test } from 'vitest';
import { FetchError } from './errors';
import { part } from './part';

test('a part that loads is handed on', async () => {
  await expect(part(Promise.resolve({ answer: 42 }))).resolves.toEqual({ answer: 42 });
});

test('of a part that does not load a sentence says what to do', async () => {
  const failing = part(Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  await expect(failing).rejects.toThrow(FetchError);
  await expect(failing).rejects.toThrow(/Reload the page/);
});
