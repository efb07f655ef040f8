import { DEFAULT_HUB, MODEL_DTYPES, type ModelDtype } from '../../protocol/models';
import { CATALOGUE } from './catalogue-entries';
import { isHubId, parseHubId } from './hub-id';
import type { Graphs, ModelEntry } from './model-entry';
import { textGraph, visionGraph } from './weights';

/** An entry and the place its files are fetched from. */
export interface ModelSpec extends ModelEntry {
  /** The folder of its files, ending in a slash; relative to the page where it has no scheme. */
  readonly baseUrl: string;
  /** True where files that differ from the catalogue are refused: the hub whose files the catalogue describes. */
  readonly strict: boolean;
}

const withSlash = (url: string): string => `${url.replace(/\/+$/, '')}/`;

/** Files of a hub's repository lie below this at a revision. */
const onHub = (hub: string, id: string, revision: string): string =>
  `${withSlash(hub)}${id}/resolve/${encodeURIComponent(revision)}/`;

/** The tiny dual encoder that the page carries. */
export const DEMO_MODEL: ModelSpec = {
  id: 'demo',
  label: 'built-in demo: drawn scenes and a tiny model, not CLIP',
  why: 'A tiny dual encoder trained on drawn scenes, not CLIP. On photographs expect chance.',
  baseUrl: 'demo/model/',
  strict: false,
  revision: null,
  dimension: 512,
  license: 'MIT',
  drawnScenes: true,
  graphs: { fp32: graphsOf('fp32') },
  files: {},
  note: null,
};

/** A model of the catalogue, from a hub. */
export function catalogueModel(name: keyof typeof CATALOGUE, hub: string): ModelSpec {
  const entry = CATALOGUE[name];
  const strict = withSlash(hub) === withSlash(DEFAULT_HUB);
  return { ...entry, baseUrl: onHub(hub, entry.id, entry.revision ?? 'main'), strict };
}

/**
 * Any other dual encoder with the same file set: `owner/name` or `owner/name@revision` of a hub, or the address of a folder.
 * Which dtypes it has shows when they are asked for.
 */
export function modelAt(address: string, hub: string): ModelSpec {
  const unknown = {
    id: address,
    label: address,
    why: '',
    revision: null,
    dimension: null,
    license: null,
    drawnScenes: false,
    graphs: Object.fromEntries(MODEL_DTYPES.map((dtype) => [dtype, graphsOf(dtype)])),
    files: {},
    note: null,
    strict: false,
  };
  if (!isHubId(address)) return { ...unknown, baseUrl: withSlash(address) };
  const { id, revision, pinned } = parseHubId(address);
  return { ...unknown, id, revision: pinned ? revision : null, baseUrl: onHub(hub, id, revision) };
}

export function graphsOf(dtype: ModelDtype): Graphs {
  return { vision: visionGraph(dtype), text: textGraph(dtype) };
}

/** The dtypes that a model is offered in, finest first. */
export const dtypesOf = ({ graphs }: ModelEntry): readonly ModelDtype[] =>
  MODEL_DTYPES.filter((dtype) => graphs[dtype] !== undefined);

/** True where a dtype's graphs compute in half precision, for which a GPU needs `shader-f16`. */
export const needsShaderF16 = ({ graphs }: ModelEntry, dtype: ModelDtype): boolean =>
  Object.values(graphs[dtype] ?? {}).some(
    (path) => path === visionGraph('fp16') || path === textGraph('fp16'),
  );

/**
 * All files of a model in one dtype, small ones first, each by its part.
 * @throws Error where the model is not offered in that dtype
 */
export function filesOf({ id, graphs }: Pick<ModelEntry, 'id' | 'graphs'>, dtype: ModelDtype) {
  const chosen = graphs[dtype];
  if (!chosen) throw new Error(`${id} has no ${dtype} weights.`);
  return {
    config: 'config.json',
    preprocessor: 'preprocessor_config.json',
    tokenizer: 'tokenizer.json',
    tokenizerConfig: 'tokenizer_config.json',
    text: chosen.text,
    vision: chosen.vision,
  } as const;
}

export type ModelFile = keyof ReturnType<typeof filesOf>;
