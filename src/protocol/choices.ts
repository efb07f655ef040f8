import { CATALOGUE_NAMES, DEFAULT_HUB, MODEL_DTYPES } from './models';
import type { Pairing } from './pairing';
import type { RankerChoice } from './ranker';
import { DEFAULT_SWEEP, type SweepConfig } from './sweep-config';

/** Where captions and pictures come from. `files` are those dropped on the page, `npz` embeddings made elsewhere. */
export const DATA_KINDS = ['demo', 'coco-mini', 'coco', 'url', 'files', 'npz'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** `url` is any other model by hub id or address, `files` one that was dropped on the page. */
export const MODEL_KINDS = ['demo', ...CATALOGUE_NAMES, 'url', 'files'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

export const DEVICES = ['auto', 'webgpu', 'wasm'] as const;
export type DeviceChoice = (typeof DEVICES)[number];

export const DTYPES = ['auto', ...MODEL_DTYPES] as const;
export type DtypeChoice = (typeof DTYPES)[number];

/** All that a person chooses before a run; plain values only, so that it fits into a link. */
export interface Choices {
  readonly data: DataKind;
  /** Of COCO's mirror: the folder above `annotations/` and `val2017/`. */
  readonly cocoBase: string;
  /** Of data `url`: a captions file, and the folder or zip of its pictures. */
  readonly captionsUrl: string;
  readonly imagesUrl: string;
  /** Of data `url`: a JSON list of the file names in that folder; empty where there is none. */
  readonly imagesIndex: string;
  /** Of data `npz`: where to fetch it; empty where it was dropped. */
  readonly npzUrl: string;
  readonly pairing: Pairing;
  /** Pairs in file order; null for all. */
  readonly samples: number | null;
  readonly model: ModelKind;
  /** The hub that serves catalogue models. */
  readonly hub: string;
  /** Of model `url`: `owner/name` or `owner/name@revision` of the hub, or the address of a folder. */
  readonly modelUrl: string;
  readonly dtype: DtypeChoice;
  readonly device: DeviceChoice;
  /** Who ranks the vectors. */
  readonly ranker: RankerChoice;
  readonly sweep: SweepConfig;
}

export const DEFAULT_CHOICES: Choices = {
  data: 'demo',
  cocoBase: 'https://huggingface.co/datasets/merve/coco/resolve/main',
  captionsUrl: '',
  imagesUrl: '',
  imagesIndex: '',
  npzUrl: '',
  pairing: 'one',
  samples: null,
  model: 'demo',
  hub: DEFAULT_HUB,
  modelUrl: '',
  dtype: 'auto',
  device: 'auto',
  ranker: 'auto',
  sweep: DEFAULT_SWEEP,
};

interface DataPreset {
  readonly label: string;
  readonly why: string;
  readonly model: ModelKind;
  readonly samples: number | null;
  readonly candidateSizes: readonly number[];
}

const REFERENCE_SIZES = DEFAULT_SWEEP.candidateSizes;

/** What each kind of data is called, and the choices that suit it. */
export const DATA_PRESETS: Record<DataKind, DataPreset> = {
  demo: {
    label: 'Built-in demo',
    why: 'Drawn scenes and a tiny model, not CLIP: works at once and without a network.',
    model: 'demo',
    samples: null,
    candidateSizes: REFERENCE_SIZES,
  },
  'coco-mini': {
    label: 'COCO mini',
    why: 'The freely licensed photographs shipped with the page, with their captions: a small sample for real CLIP.',
    model: 'clip-vit-b32',
    samples: null,
    candidateSizes: [10, 20, 30, 40, 50],
  },
  coco: {
    label: 'COCO val2017',
    why: 'The official 5,000 photographs, fetched one by one from the mirror below.',
    model: 'clip-vit-b32',
    samples: 1000,
    candidateSizes: REFERENCE_SIZES,
  },
  files: {
    label: 'Your files',
    why: 'A captions file and its pictures (files, a folder or a zip). They never leave this browser.',
    model: 'clip-vit-b32',
    samples: null,
    candidateSizes: REFERENCE_SIZES,
  },
  url: {
    label: 'From URLs',
    why: 'A captions file and pictures that another host serves with CORS.',
    model: 'clip-vit-b32',
    samples: null,
    candidateSizes: REFERENCE_SIZES,
  },
  npz: {
    label: 'Embeddings (.npz)',
    why: 'Vectors made elsewhere, in the reference’s format: nothing is embedded here.',
    model: 'clip-vit-b32',
    samples: null,
    candidateSizes: REFERENCE_SIZES,
  },
};

/** Choices with another kind of data and what suits it; everything else stays as chosen. */
export function withData(choices: Choices, data: DataKind): Choices {
  const { model, samples, candidateSizes } = DATA_PRESETS[data];
  return { ...choices, data, model, samples, sweep: { ...choices.sweep, candidateSizes } };
}
