import { DATA_PRESETS } from '../data-kinds';
import type { DeviceChoice, RankerChoice } from '../devices';
import { CATALOGUE_NAMES, DEFAULT_HUB, MODEL_KINDS, type DtypeChoice, type ModelKind } from '../models';
import type { Value } from './option';
import { address, select } from './kinds';

/** What a model may be. Those of the catalogue go by its labels on the page. */
export const MODELS: Readonly<Record<ModelKind, Value>> = {
  ...(Object.fromEntries(MODEL_KINDS.map((name) => [name, { label: name }])) as Record<ModelKind, Value>),
  demo: {
    label: 'Built-in demo model',
    why: 'A tiny dual encoder trained on drawn scenes, not CLIP. On photographs, expect results near chance.',
  },
  url: {
    label: 'Another, by id or address',
    why: 'Any dual encoder with the same set of files as on the hub.',
  },
  files: {
    label: 'Your model files',
    why: 'A folder with the same files as on the hub: config, preprocessor, tokenizer, onnx/. It never leaves this browser.',
  },
};

export const WEIGHTS: Readonly<Record<DtypeChoice, Value>> = {
  auto: { label: 'automatic' },
  fp32: { label: 'fp32' },
  fp16: { label: 'fp16' },
  q8: { label: 'q8, quantised' },
};

const COMMAND_MODELS = ['demo', ...CATALOGUE_NAMES].join(', ');

/** What turns captions and pictures into vectors, and where it runs. */
export const MODEL_OPTIONS = {
  model: select<ModelKind>({
    label: 'Dual encoder',
    why: 'Embeds captions and pictures in one vector space.',
    default: DATA_PRESETS.demo.model,
    values: MODELS,
    link: 'model',
    flag: {
      name: 'model',
      help: `${COMMAND_MODELS}, a folder, owner/name on the hub, or the URL of a folder`,
      argument: '<name|folder|id|url>',
    },
  }),
  /** `owner/name` or `owner/name@revision` of the hub, or the address of a folder. */
  modelUrl: address({
    label: 'Id or address',
    why: 'owner/name or owner/name@revision on the hub, or the address of a folder.',
    default: '',
    link: 'modelUrl',
    flag: { setBy: 'model' },
    isUsed: ({ model }) => model === 'url',
  }),
  hub: address({
    label: 'Hub',
    why: 'Where models are looked up by id: Hugging Face, or a mirror with the same paths.',
    default: DEFAULT_HUB,
    link: 'hub',
    flag: { name: 'hub', help: 'the hub that models are downloaded from' },
    isUsed: ({ model }) => model === 'url' || (CATALOGUE_NAMES as readonly string[]).includes(model),
  }),
  dtype: select<DtypeChoice>({
    label: 'Weights',
    why: 'Smaller weights download faster and take less memory.',
    default: 'auto',
    values: WEIGHTS,
    link: 'dtype',
    flag: { name: 'dtype', help: 'weights of the model' },
  }),
  device: select<DeviceChoice>({
    label: 'Device',
    why: 'What runs the model.',
    default: 'auto',
    values: {
      auto: { label: 'automatic' },
      webgpu: { label: 'WebGPU' },
      wasm: { label: 'WebAssembly (CPU)' },
    },
    link: 'device',
    flag: { name: 'device', help: 'what runs the model' },
  }),
};

/** What ranks the vectors. */
export const RANKING_OPTIONS = {
  ranker: select<RankerChoice>({
    label: 'Ranking runs on',
    why: 'What ranks the vectors.',
    default: 'auto',
    values: {
      auto: {
        label: 'a GPU if there is one',
        why: 'Whole galleries are ranked on a hardware GPU through WebGPU, everything else on the CPU.',
      },
      webgpu: {
        label: 'WebGPU, including software adapters',
        why: 'A software adapter is slower than the CPU kernels; use it to check one against the other.',
      },
      cpu: {
        label: 'CPU',
        why: 'Everything runs in WebAssembly. Ranks match those of a GPU; for floats, up to rounding.',
      },
    },
    link: 'ranker',
    flag: { name: 'ranker', help: 'what ranks the vectors' },
    advanced: true,
  }),
};
