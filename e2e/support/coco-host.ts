import { zipSync } from 'fflate';
import { startDataHost, type DataHost } from './data-host';
import { pictureTable } from './picture-table';

/** Rows of a row group, as the hub's converter writes pictures. */
const GROUP_ROWS = 20;

/** A caption in a text of one caption a line. */
const inOneLine = (caption: string): string => caption.trim().replace(/\s*\n\s*/g, ' ');

interface CocoCaptions {
  readonly images: readonly { readonly id: number; readonly file_name: string }[];
  readonly annotations: readonly {
    readonly id: number;
    readonly image_id: number;
    readonly caption: string;
  }[];
}

/**
 * COCO as its three hosts give it, on one host of this machine: a mirror below `/mirror`, the official layout with its zip of
 * annotations below `/official`, and a datasets server at the root, whose two Parquet files hold the pictures in file order.
 */
export function startCocoHost(
  captions: CocoCaptions,
  pictures: Readonly<Record<string, Uint8Array>>,
): Promise<DataHost> {
  const json = JSON.stringify(captions);
  const rows = captions.images.map(({ id, file_name }) => ({
    key: file_name.replace(/\.jpg$/, ''),
    picture: pictures[file_name],
    captions: captions.annotations
      .filter(({ image_id }) => image_id === id)
      .map(({ caption }) => inOneLine(caption)),
  }));
  const half = Math.ceil(rows.length / 2);
  const tables = [rows.slice(0, half), rows.slice(half)].map((part) => pictureTable(part, GROUP_ROWS));
  // What stands beside the captions in the official zip is far larger.
  const other = new Uint8Array(3e6);
  const zip = zipSync({
    'annotations/instances_val2017.json': [other, { level: 0 }],
    'annotations/captions_val2017.json': new TextEncoder().encode(json),
    'annotations/person_keypoints_val2017.json': [other, { level: 0 }],
  });
  const below = (folder: string) =>
    Object.fromEntries(
      Object.entries(pictures).map(([name, bytes]) => [`/${folder}/val2017/${name}`, bytes]),
    );
  return startDataHost({
    ...below('mirror'),
    ...below('official'),
    '/mirror/annotations/captions_val2017.json': () => json,
    '/official/annotations/annotations_trainval2017.zip': zip,
    '/parquet': (url) =>
      JSON.stringify({
        parquet_files: tables.map(({ length }, i) => ({
          dataset: 'clip-benchmark/wds_mscoco_captions2017',
          config: 'default',
          split: 'test',
          url: `${url}/test/000${i}.parquet`,
          filename: `000${i}.parquet`,
          size: length,
        })),
        pending: [],
        failed: [],
        partial: false,
      }),
    '/test/0000.parquet': tables[0],
    '/test/0001.parquet': tables[1],
  });
}
