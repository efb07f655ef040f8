import * as v from 'valibot';
import { openedRun } from '../history/opened-run';
import type { Example } from '../lab-state';

const schema = v.object({
  results: v.looseObject({}),
  pictures: v.array(v.object({ name: v.string(), base64: v.pipe(v.string(), v.base64()) })),
});

/**
 * The example as `tools/example` writes it.
 * @param at when it is shown, ISO 8601
 * @throws where the file is another one
 */
export function parseExample(json: unknown, at: string): Example {
  const { results, pictures } = v.parse(schema, json);
  const run = openedRun(JSON.stringify(results), 'example.json', at);
  return {
    run: { ...run, status: 'idle' },
    pictures: pictures.map(({ name, base64 }) => ({ name, picture: jpegOf(base64) })),
  };
}

const jpegOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' });
