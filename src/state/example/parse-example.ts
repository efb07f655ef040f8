import * as v from 'valibot';
import { openedRun } from '../history/opened-run';
import type { Example } from '../lab-state';

const schema = v.array(v.object({ name: v.string(), base64: v.pipe(v.string(), v.base64()) }));

/**
 * The example as `tools/example` writes it.
 * @param results a file of results
 * @param pictures small JPEGs, in Base64
 * @param at when it is shown, ISO 8601
 * @throws where a file is another one
 */
export function parseExample(results: string, pictures: unknown, at: string): Example {
  const run = openedRun(results, 'example.json', at);
  return {
    run: { ...run, status: 'idle' },
    pictures: v.parse(schema, pictures).map(({ name, base64 }) => ({ name, picture: jpegOf(base64) })),
  };
}

const jpegOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' });
