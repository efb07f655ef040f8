import { readCaptions } from '../formats/read-captions';
import { httpSource } from '../sources/http';
import { AS_IT_IS, type CocoSource } from './coco-source';
import { whyNotReadable } from './first-bytes';

/**
 * A folder with `annotations/captions_val2017.json` and `val2017/`, read file by file.
 * @param base its full address
 */
export function mirror(base: string): CocoSource {
  const folder = base.replace(/\/+$/, '');
  const captions = `${folder}/annotations/captions_val2017.json`;
  const pictures = `${folder}/val2017/`;
  return {
    label: `mirror, file by file (${new URL(base).host})`,
    probe: (asking) => whyNotReadable(pictures, { url: captions, kind: 'json' }, asking),
    open: async (_wanted, { signal, policy }) => ({
      captions: (await readCaptions(captions, AS_IT_IS, signal, policy)).captions,
      pictures: await httpSource(pictures, null, signal, policy),
    }),
  };
}
