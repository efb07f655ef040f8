import { DEMO_MODEL } from '../../encoder/catalogue/catalogue';
import type { ModelSpec } from '../../encoder/catalogue/model-entry';
import { filesOf } from '../../encoder/catalogue/model-files';
import type { DownloadProgress, ModelFiles } from '../../encoder/download/download';
import { hashDropped, readDropped } from '../../encoder/download/dropped-model';
import { messageOf } from '../../lib/errors';
import { abortable } from '../../net/abortable';
import type { HostWait } from '../../net/waits';
import type { ModelDtype } from '../../protocol/models';
import type { StageEvent } from '../events';
import { follow } from '../follow';
import type { RunContext, UserFiles } from '../request';

/** A model whose files are in this browser, not necessarily in memory. */
export interface FoundModel {
  readonly revision: string;
  readonly remarks: readonly string[];
  /** Size of both graphs in bytes. */
  readonly bytes: number;
  /** @param forSeveral as `ModelDownloads.read` has it */
  read(forSeveral: boolean): Promise<ModelFiles>;
}

/** Makes sure that a model's files are in this browser; what is missing is fetched. */
export async function findModel(
  spec: ModelSpec,
  dtype: ModelDtype,
  { model: given }: UserFiles,
  { ports, emit, signal }: RunContext,
): Promise<FoundModel> {
  if (spec.baseUrl === 'dropped:') {
    const revision = await abortable(hashDropped(given, spec, dtype), signal);
    const { vision, text } = filesOf(spec, dtype);
    const bytes = (spec.files[vision].bytes ?? 0) + (spec.files[text].bytes ?? 0);
    return { revision, remarks: [], bytes, read: () => readDropped(given, spec, dtype) };
  }
  const { models, storage } = ports;
  const isBuiltIn = spec.id === DEMO_MODEL.id;
  let fetched = 0;
  let waiting: HostWait | null = null;
  const fetch = () =>
    follow(models.fetch(spec, dtype, isBuiltIn, signal), (progress) => {
      fetched = progress.received - progress.stored;
      emit(downloading(progress));
      if (progress.wait !== waiting) emit({ kind: 'waiting', wait: (waiting = progress.wait) });
    });
  const model = await fetch();
  if (!isBuiltIn && !model.lasting) emit({ kind: 'notice', sentence: NOT_STORED });
  else if (!isBuiltIn && fetched > 0) {
    // Some browsers ask the user, so nothing waits for the answer.
    storage.requestPersistence().catch((error: unknown) =>
      emit({
        kind: 'notice',
        sentence: `Could not ask the browser to keep the model: ${messageOf(error)}`,
      }),
    );
  }
  const read = (forSeveral: boolean) =>
    models.read(model, forSeveral).catch(async (error: unknown) => {
      if ((error as Error).name !== 'FetchError') throw error;
      emit({ kind: 'caveat', sentence: DELETED });
      const again = await fetch();
      if (again.revision !== model.revision) throw error;
      return models.read(again, forSeveral);
    });
  return { ...model, bytes: model.files.vision.bytes + model.files.text.bytes, read };
}

const NOT_STORED =
  'This browser window stores no files (a private window, or storage is off or full): the model is downloaded again at the next visit.';

const DELETED =
  'The model was deleted from this browser’s storage while the run went on, by another tab or by the browser: it was downloaded again.';

const ELSEWHERE = 'another tab of this page is downloading it: waiting for that tab';

function downloading({ received, total, stored, file, elsewhere }: DownloadProgress): StageEvent {
  const isStored = stored > 0 && stored === total;
  return {
    kind: 'stage',
    name: 'model',
    done: received,
    total,
    unit: 'bytes',
    free: stored,
    detail: elsewhere ? ELSEWHERE : isStored ? 'stored on this device' : file,
  };
}
