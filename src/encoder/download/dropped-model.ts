import { bytesOf } from '../../lib/bytes';
import { baseName } from '../../lib/base-name';
import { InputError } from '../../lib/errors';
import { sha256 } from '../../lib/sha256';
import { MODEL_DTYPES, type ModelDtype } from '../../protocol/models';
import { filesOf, graphsOf, type ModelFileRole } from '../catalogue/model-files';
import type { ModelSpec } from '../catalogue/model-entry';
import { contentRevision } from './content-revision';
import type { ModelFiles } from './download';

const SETTINGS = new Set([
  'config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
]);

/** The dropped files that belong to a model; none where no graph is among them. */
export function modelFilesOf(files: readonly File[]): File[] {
  const hasGraph = files.some(({ name }) => name.endsWith('.onnx'));
  return hasGraph ? files.filter(({ name }) => name.endsWith('.onnx') || SETTINGS.has(name)) : [];
}

/**
 * A model whose files were dropped on the page. Files are matched by base name.
 * @throws InputError that names what is missing
 */
export function droppedModel(files: readonly File[]): ModelSpec {
  const names = new Set(files.map(({ name }) => name));
  const dtypes = MODEL_DTYPES.filter((dtype) => {
    const { vision, text } = graphsOf(dtype);
    return names.has(baseName(vision)) && names.has(baseName(text));
  });
  const missing = [...SETTINGS].filter((name) => !names.has(name));
  if (dtypes.length === 0) missing.push('a vision_model*.onnx with its text_model*.onnx');
  if (missing.length > 0) {
    throw new InputError(
      `${files.length === 0 ? 'No model files yet' : 'The model is incomplete'}. Drop its folder, or these files: ${missing.join(', ')}.`,
    );
  }
  return {
    id: 'your model files',
    label: 'your model files',
    why: '',
    baseUrl: 'dropped:',
    strict: false,
    revision: null,
    dimension: null,
    license: null,
    drawnScenes: false,
    graphs: Object.fromEntries(dtypes.map((dtype) => [dtype, graphsOf(dtype)])),
    files: Object.fromEntries(
      dtypes
        .flatMap((dtype) => Object.values(filesOf({ id: '', graphs: { [dtype]: graphsOf(dtype) } }, dtype)))
        .map((path) => [path, { bytes: fileOf(files, path).size, sha256: null }]),
    ),
    note: null,
  };
}

/** `sha256:…` of the files of one dtype. */
export async function hashDropped(
  files: readonly File[],
  spec: ModelSpec,
  dtype: ModelDtype,
): Promise<string> {
  const hashes = await Promise.all(
    Object.entries(filesOf(spec, dtype)).map(async ([part, path]) => [
      part,
      { sha256: await sha256(await fileOf(files, path).arrayBuffer()) },
    ]),
  );
  return contentRevision(Object.fromEntries(hashes) as Record<ModelFileRole, { sha256: string }>);
}

/** The bytes of the files of one dtype. */
export async function readDropped(
  files: readonly File[],
  spec: ModelSpec,
  dtype: ModelDtype,
): Promise<ModelFiles> {
  const paths = filesOf(spec, dtype);
  const bytes = async (part: ModelFileRole) => await bytesOf(fileOf(files, paths[part]));
  const text = (part: ModelFileRole) => fileOf(files, paths[part]).text();
  return {
    config: await text('config'),
    preprocessor: await text('preprocessor'),
    tokenizer: await text('tokenizer'),
    tokenizerConfig: await text('tokenizerConfig'),
    text: await bytes('text'),
    vision: await bytes('vision'),
  };
}

const fileOf = (files: readonly File[], path: string): File =>
  files.find(({ name }) => name === baseName(path))!;
