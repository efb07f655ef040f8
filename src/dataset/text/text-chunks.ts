import { InputError } from '../../lib/errors';
import { givingWay } from '../give-way';

/**
 * The text of a file, a piece at a time, so that it may be larger than a string can be. Its byte order mark is dropped.
 * Between pieces other work of the thread gets its turn.
 * @param name what messages call the file
 * @throws InputError where it is not UTF-8: invalid bytes are never replaced
 */
export async function* textChunks(file: Blob, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (error) {
      throw new InputError(`${name} is not UTF-8 text: save it with UTF-8 encoding.`, error);
    }
  };
  const reader = file.stream().getReader();
  const giveWay = givingWay();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      yield decode(done ? undefined : value);
      if (done) return;
      await giveWay();
    }
  } finally {
    await reader.cancel();
  }
}

/** The beginning of a file, by which its format is recognised. */
export const headOf = async (file: Blob): Promise<string> =>
  new TextDecoder().decode(await file.slice(0, 2 ** 18).arrayBuffer());
