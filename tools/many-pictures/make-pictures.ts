import { unzipSync } from 'fflate';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the captions and the folder of pictures are. */
export interface MadePictures {
  readonly captions: string;
  readonly pictures: string;
}

/**
 * Writes so many photographs, each with a caption: those of COCO mini again and again, each copy with bytes of its own at its end, so
 * that no two files are the same.
 */
export function makePictures(folder: string, count: number, zip: string): MadePictures {
  const photographs = Object.values(unzipSync(readFileSync(zip)));
  const pictures = join(folder, 'pictures');
  mkdirSync(pictures);
  const ids = Array.from({ length: count }, (_, i) => i + 1);
  const nameOf = (id: number) => `${String(id).padStart(12, '0')}.jpg`;
  for (const id of ids) {
    const photograph = photographs[id % photographs.length];
    writeFileSync(join(pictures, nameOf(id)), Buffer.concat([photograph, Buffer.from(`copy ${id}`)]));
  }
  const captions = join(folder, 'captions.json');
  writeFileSync(
    captions,
    JSON.stringify({
      images: ids.map((id) => ({ id, file_name: nameOf(id) })),
      annotations: ids.map((id) => ({ id, image_id: id, caption: `photograph number ${id}` })),
    }),
  );
  return { captions, pictures };
}
