import { catalogueModel, DEMO_MODEL, modelAt } from '../../encoder/catalogue/catalogue';
import type { ModelSpec } from '../../encoder/catalogue/model-entry';
import { droppedModel } from '../../encoder/download/dropped-model';
import { InputError } from '../../lib/errors';
import type { RunRequest } from '../request';

/**
 * The chosen model, with an absolute URL where its files come from one.
 * @throws InputError where its address or its files are missing
 */
export function modelSpecOf(request: RunRequest, absolute: (url: string) => string): ModelSpec {
  const spec = chosenModel(request);
  return request.choices.model === 'files' ? spec : { ...spec, baseUrl: absolute(spec.baseUrl) };
}

function chosenModel({ choices: { model, hub, modelUrl }, files }: RunRequest): ModelSpec {
  if (model === 'demo') return DEMO_MODEL;
  if (model === 'files') return droppedModel(files.model);
  if (model !== 'url') return catalogueModel(model, hub);
  if (modelUrl) return modelAt(modelUrl, hub);
  throw new InputError(
    'Enter a model (its owner/name on the hub, or the address of its folder), or choose another one.',
  );
}
