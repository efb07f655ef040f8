import { InputError } from '../../lib/errors';
import { textChunks } from './text-chunks';

/** A longer line or record is taken for a file that is none. Characters. */
export const MAX_RECORD = 2 ** 28;

interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/**
 * The lines of a file that are not blank, those of a piece of it at a time.
 * @param name what messages call the file
 * @throws InputError where it is not UTF-8, or where a line does not end
 */
export async function* linesOf(file: Blob, name: string): AsyncGenerator<readonly Line[]> {
  /** The pieces of a line whose end was not seen yet. */
  let begun: string[] = [];
  let length = 0;
  let number = 0;
  const numbered = (texts: readonly string[]) =>
    texts.flatMap((text) => {
      number++;
      return text.trim() === '' ? [] : [{ text, number }];
    });
  for await (const chunk of textChunks(file, name)) {
    const [first, ...others] = chunk.split('\n');
    begun.push(first);
    length += first.length;
    if (length > MAX_RECORD)
      throw new InputError(`${name}, line ${number + 1} does not end: is it JSON lines?`);
    if (others.length === 0) continue;
    const last = others.pop()!;
    const lines = numbered([begun.join(''), ...others]);
    begun = [last];
    length = last.length;
    if (lines.length > 0) yield lines;
  }
  const lines = numbered([begun.join('')]);
  if (lines.length > 0) yield lines;
}
