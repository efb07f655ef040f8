import { proxy } from 'comlink';
import type { Downloader } from '../../workers/downloader';
import { startDownloader, type Hosted } from '../../workers/host';
import { catalogueModel, DEMO_MODEL, modelAt, type ModelSpec } from '../encoder/catalogue/catalogue';
import type { DownloadProgress, ModelFiles } from '../encoder/download/download';
import { droppedModel, hashDropped, readDropped } from '../encoder/download/dropped-model';
import { InputError, messageOf } from '../lib/errors';
import { abortable } from '../net/abortable';
import type { Choices } from '../protocol/choices';
import type { ModelDtype } from '../protocol/models';
import { notify, type Dropped } from '../state/store';
import { askToKeep } from '../storage/quota';
import { absolute } from './absolute';
import { told } from './told';

/** A model whose files are at hand, though perhaps not in memory. */
export interface FoundModel {
  readonly revision: string;
  readonly remarks: readonly string[];
  read(): Promise<ModelFiles>;
}

/**
 * The model that is chosen.
 * @throws InputError where its address or its files are missing
 */
export function specOf({ model, hub, modelUrl }: Choices, dropped: Dropped): ModelSpec {
  const spec = specBeforeAddress(model, hub, modelUrl, dropped);
  return model === 'files' ? spec : { ...spec, baseUrl: absolute(spec.baseUrl) };
}

function specBeforeAddress(
  model: Choices['model'],
  hub: string,
  modelUrl: string,
  dropped: Dropped,
): ModelSpec {
  if (model === 'demo') return DEMO_MODEL;
  if (model === 'files') return droppedModel(dropped.model);
  if (model !== 'url') return catalogueModel(model, hub);
  if (!modelUrl) {
    throw new InputError(
      'Name the model (owner/name of the hub, or the address of its folder), or choose another.',
    );
  }
  return modelAt(modelUrl, hub);
}

let downloader: Hosted<Downloader> | undefined;

/** Sees to it that a model's files are in this browser; what is missing is fetched. */
export async function* findModel(
  spec: ModelSpec,
  dtype: ModelDtype,
  dropped: Dropped,
  signal: AbortSignal,
): AsyncGenerator<DownloadProgress, FoundModel> {
  if (spec.baseUrl === 'dropped:') {
    const revision = await abortable(hashDropped(dropped.model, spec, dtype), signal);
    return { revision, remarks: [], read: () => readDropped(dropped.model, spec, dtype) };
  }
  const { remote } = (downloader ??= startDownloader());
  const stop = () => void remote.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const isOwn = spec.id === DEMO_MODEL.id;
    let fetched = 0;
    const model = yield* told<DownloadProgress, Awaited<ReturnType<Downloader['fetch']>>>((tell) => {
      const step = proxy((progress: DownloadProgress) => {
        fetched = progress.received - progress.stored;
        tell(progress);
      });
      return abortable(remote.fetch(spec, dtype, isOwn, step), signal);
    });
    if (!isOwn && !model.lasting) notify(NOT_KEPT);
    else if (!isOwn && fetched > 0) keep();
    return { ...model, read: () => remote.read(model) };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

const NOT_KEPT =
  'This browser window keeps no files (a private window, or storage is off): the model is fetched again at the next visit.';

/** Asks once there is something to lose; some browsers ask the person, so nothing waits for the answer. */
function keep(): void {
  askToKeep().catch((error: unknown) =>
    notify(`The browser could not be asked to keep the model: ${messageOf(error)}`),
  );
}
