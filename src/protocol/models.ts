/** The hub that models are downloaded from where no other is named. */
export const DEFAULT_HUB = 'https://huggingface.co';

/** Models whose files, sizes and checksums are known beforehand. */
export const CATALOGUE_NAMES = [
  'clip-vit-b32',
  'clip-vit-b16',
  'tinyclip-vit-8m-16',
  'mobileclip-s0',
  'siglip-b16',
] as const;
export type CatalogueName = (typeof CATALOGUE_NAMES)[number];

/** `url` is any other model by hub id or address, `files` one that was dropped on the page. */
export const MODEL_KINDS = ['demo', ...CATALOGUE_NAMES, 'url', 'files'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/** Number formats of a model's weights, as hubs name them; finest first. */
export const MODEL_DTYPES = ['fp32', 'fp16', 'q8'] as const;
export type ModelDtype = (typeof MODEL_DTYPES)[number];

export const DTYPES = ['auto', ...MODEL_DTYPES] as const;
export type DtypeChoice = (typeof DTYPES)[number];
