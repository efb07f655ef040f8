/** Where COCO val2017 is read from; `auto` is the first of the others that this page may read. */
export const COCO_PLACES = ['auto', 'mirror', 'parquet', 'official'] as const;
export type CocoPlace = (typeof COCO_PLACES)[number];

/** The servers of `npm start`, `npm run dev` and `npm run lab` pass requests below this path of theirs on to COCO's official host. */
export const OFFICIAL_COCO = { path: 'official-coco', host: 'http://images.cocodataset.org' };
