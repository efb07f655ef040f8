import * as v from 'valibot';
import type { Example } from '../lab-state';

const schema = v.array(v.object({ name: v.string(), base64: v.pipe(v.string(), v.base64()) }));

/**
 * The pictures of the example as `tools/example` writes them: small JPEGs, in Base64.
 * @throws where they are something else
 */
export const examplePictures = (pictures: unknown): Example['pictures'] =>
  v.parse(schema, pictures).map(({ name, base64 }) => ({ name, picture: jpegOf(base64) }));

const jpegOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' });
