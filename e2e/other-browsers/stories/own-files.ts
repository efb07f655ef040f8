import { unzipSync } from 'fflate';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../support/in-project';
import type { Rows } from '../compare';
import { give, open, run, save, seen } from '../on-page';
import { expect, type Story } from './story';

const CHOICES = 'data=files&model=demo&dims=512&precisions=fp32,int8&candidateSizes=5,all&ks=3&device=wasm';
const CAPTIONS = inProject('public/coco-mini/captions.json');
const PICTURES = 12;

interface File {
  readonly run: {
    readonly data: {
      readonly samples: number;
      readonly leftOut: readonly { fileName?: string; reason: string }[];
    };
  };
  readonly results: Rows;
}

/** Captions and photographs of one's own: a captions file that is something else, then the right one and a picture that is none. */
export const ownFiles: Story = {
  name: 'own files',
  async tell({ page, url, downloads, folder }) {
    const [another, ...pictures] = somePictures(folder);
    const wrong = join(folder, 'instances.json');
    writeFileSync(wrong, '{"images": 3}');
    await open(page, `${url}/#${CHOICES}`);
    await give(page, 'input[type=file]', [wrong, another]);
    const refusal = await seen(page, '[data-testid=missing-data]', 'instances.json: images must be a list');

    await open(page, `${url}/?again#${CHOICES}`);
    writeFileSync(pictures[0], 'not a picture');
    await give(page, 'input[type=file]', [CAPTIONS, ...pictures]);
    await seen(page, '[data-testid=file-picker]', `captions.json · ${PICTURES} pictures`);
    await run(page);
    const { run: found, results: rows } = JSON.parse(
      await save(page, downloads, 'experiment_results.json'),
    ) as File;
    const { samples, leftOut } = found.data;
    expect(samples === PICTURES - 1, `${samples} pictures were embedded.`);
    const reason = leftOut.find(({ fileName }) => pictures[0].endsWith(fileName!))?.reason ?? 'nothing';
    expect(reason.includes('is not a JPEG'), `Of the file that is no picture it says: ${reason}.`);
    return { words: `“${refusal}”; ${samples} of ${PICTURES} pictures, one is left out and listed`, rows };
  },
};

/** The first photographs of COCO mini as files. */
function somePictures(folder: string): string[] {
  const all = unzipSync(readFileSync(inProject('public/coco-mini/pictures.zip')));
  const pictures = join(folder, 'pictures');
  mkdirSync(pictures, { recursive: true });
  return Object.keys(all)
    .sort()
    .slice(0, 1 + PICTURES)
    .map((name) => {
      const path = join(pictures, name);
      writeFileSync(path, all[name]);
      return path;
    });
}
