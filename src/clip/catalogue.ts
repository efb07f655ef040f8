import type { Device } from './device';

export const MODEL_DTYPES = ['fp32', 'fp16', 'q8'] as const;
export type ModelDtype = (typeof MODEL_DTYPES)[number];

/** A dual encoder and where its files lie. All that differs between models otherwise comes from its own JSON files. */
export interface ModelSpec {
  readonly id: string;
  readonly label: string;
  /** The folder of its files, ending in a slash; relative to the page where it has no scheme. */
  readonly baseUrl: string;
  /** A commit that pins the files, or null where only their content can tell. */
  readonly revision: string | null;
  readonly license: string;
  readonly dtypes: readonly ModelDtype[];
  /** True where it was trained on drawn scenes alone. */
  readonly drawnScenes: boolean;
}

/** The tiny dual encoder that the page carries. */
export const DEMO_MODEL: ModelSpec = {
  id: 'demo',
  label: 'built-in demo: drawn scenes and a tiny model, not CLIP',
  baseUrl: 'demo/model/',
  revision: null,
  license: 'MIT',
  dtypes: ['fp32'],
  drawnScenes: true,
};

const CLIP_ID = 'Xenova/clip-vit-base-patch32';
const CLIP_REVISION = 'd15189d7028b43f1d3e65039190477f6af591c2a';

/** OpenAI's CLIP ViT-B/32 as ONNX, at a pinned revision of a hub. */
export function clipVitB32(hub: string): ModelSpec {
  return {
    id: CLIP_ID,
    label: 'CLIP ViT-B/32',
    baseUrl: `${hub.replace(/\/+$/, '')}/${CLIP_ID}/resolve/${CLIP_REVISION}/`,
    revision: CLIP_REVISION,
    license: 'MIT',
    dtypes: ['fp32', 'fp16', 'q8'],
    drawnScenes: false,
  };
}

/** Any other dual encoder with the same file set. */
export function modelAt(url: string): ModelSpec {
  return {
    id: url,
    label: url,
    baseUrl: `${url.replace(/\/+$/, '')}/`,
    revision: null,
    license: 'unknown',
    dtypes: ['fp32', 'fp16', 'q8'],
    drawnScenes: false,
  };
}

const SUFFIX: Record<ModelDtype, string> = { fp32: '', fp16: '_fp16', q8: '_quantized' };

/** The hub's file names of a model in one dtype. */
export const filesOf = (dtype: ModelDtype) => ({
  vision: `onnx/vision_model${SUFFIX[dtype]}.onnx`,
  text: `onnx/text_model${SUFFIX[dtype]}.onnx`,
  config: 'config.json',
  preprocessor: 'preprocessor_config.json',
  tokenizer: 'tokenizer.json',
  tokenizerConfig: 'tokenizer_config.json',
});

/** What suits a device: quantised weights on the CPU where they are offered, full precision on a GPU. */
export function defaultDtype(device: Device, spec: ModelSpec): ModelDtype {
  return device === 'wasm' && spec.dtypes.includes('q8') ? 'q8' : 'fp32';
}
