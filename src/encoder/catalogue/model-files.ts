import { MODEL_DTYPES, type ModelDtype } from '../../protocol/models';
import type { Graphs, ModelEntry } from './model-entry';
import { textGraph, visionGraph } from './graph-paths';

/** The graphs of a dtype under the names that exports for transformers.js give them. */
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
 * The paths of all files of a model in one dtype by their roles, small ones first.
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

/** What a file of a model is for. */
export type ModelFileRole = keyof ReturnType<typeof filesOf>;
