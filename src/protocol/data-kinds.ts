import type { ModelKind } from './models';
import type { PoolSize } from './pools';

/** Where captions and pictures come from. `files` are those dropped on the page, `npz` embeddings made elsewhere. */
export const DATA_KINDS = ['demo', 'coco-mini', 'coco', 'hub', 'url', 'files', 'npz'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** Choices that suit a kind of data, made when it is chosen. */
interface DataPreset {
  readonly model: ModelKind;
  readonly samples: number | null;
  /** Pictures with captions, where that is known without reading anything. */
  readonly pictures: number | null;
  readonly candidateSizes: readonly PoolSize[];
}

const USUAL: DataPreset = {
  model: 'clip-vit-b32',
  samples: null,
  pictures: null,
  candidateSizes: [100, 200, 300, 400, 500, 'all'],
};

export const DATA_PRESETS: Readonly<Record<DataKind, DataPreset>> = {
  demo: { ...USUAL, model: 'demo', pictures: 1000 },
  'coco-mini': { ...USUAL, pictures: 50, candidateSizes: [10, 20, 30, 40, 'all'] },
  coco: { ...USUAL, samples: 1000, pictures: 5000 },
  hub: { ...USUAL, samples: 1000 },
  files: USUAL,
  url: USUAL,
  npz: USUAL,
};
