import * as v from 'valibot';
import { fromBase64 } from '../../lib/bytes';
import type { Example } from '../lab-state';

const schema = v.array(v.object({ name: v.string(), base64: v.pipe(v.string(), v.base64()) }));

/**
 * The pictures of the example as `tools/example` writes them: small JPEGs, in Base64.
 * @throws where they are something else
 */
export const examplePictures = (pictures: unknown): Example['pictures'] =>
  v.parse(schema, pictures).map(({ name, base64 }) => ({
    name,
    picture: new Blob([fromBase64(base64)], { type: 'image/jpeg' }),
  }));
