import { readCaptionsFile } from '../formats/captions-formats';
import { httpSource } from '../sources/http';
import { readFromZip } from '../sources/remote-zip';
import { AS_IT_IS, type CocoSource } from './coco-source';
import { whyNotReadable } from './first-bytes';

const CAPTIONS = 'captions_val2017.json';

/**
 * A host laid out like the official one: `annotations/annotations_trainval2017.zip`, of which the captions alone are fetched, and
 * `val2017/`.
 * @param base its full address
 * @param through how it is reached, for the label
 */
export function official(base: string, through: string): CocoSource {
  const folder = base.replace(/\/+$/, '');
  const zip = `${folder}/annotations/annotations_trainval2017.zip`;
  const pictures = `${folder}/val2017/`;
  return {
    label: `official host (${through})`,
    probe: (asking) => whyNotReadable(pictures, { url: zip, kind: 'zip' }, asking),
    async open(_wanted, asking) {
      const json = await readFromZip(zip, `annotations/${CAPTIONS}`, { ...asking, byteLength: null });
      return {
        captions: (await readCaptionsFile(json, CAPTIONS, AS_IT_IS)).captions,
        pictures: await httpSource(pictures, null, asking.signal, asking.policy),
      };
    },
  };
}
