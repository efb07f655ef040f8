import { type ProxyMethods, releaseProxy } from 'comlink';
import type { ModelSpec } from '../src/encoder/catalogue/model-entry';
import {
  downloadModel,
  readModel,
  type DownloadedModel,
  type DownloadProgress,
  type ModelFiles,
} from '../src/encoder/download/download';
import { memoryStore, type ModelStore } from '../src/encoder/download/model-store';
import type { ModelDtype } from '../src/protocol/models';
import { spillingStore } from '../src/encoder/download/spilling-store';
import { copiedTo } from '../src/lib/allocate';
import { alone } from '../src/storage/locks';
import { openModels } from '../src/storage/models';
import { allocate, sharesMemory } from '../src/lib/shared-memory';
import { moved } from './moved';

/** The shortest time between two reports of progress, milliseconds. */
const REPORT_INTERVAL = 100;

/** Another tab fetches the model. */
const ELSEWHERE: DownloadProgress = {
  received: 0,
  total: 0,
  stored: 0,
  file: '',
  wait: null,
  elsewhere: true,
};

/** Fetches and stores models, in a worker: only there can a file be written in place. */
export class Downloader {
  private readonly visit = memoryStore();
  private readonly spilled = new Map<string, string>();
  private controller = new AbortController();
  private last: Promise<unknown> = Promise.resolve();

  /** Fetches those files of a model that are not stored yet. Files that are part of this page are not stored a second time. */
  async fetch(
    spec: ModelSpec,
    dtype: ModelDtype,
    isBuiltIn: boolean,
    onProgress: ((progress: DownloadProgress) => unknown) & Partial<ProxyMethods>,
  ): Promise<DownloadedModel> {
    const controller = (this.controller = new AbortController());
    // A cancelled download must close its file first.
    const before = this.last.catch(() => undefined);
    const fetching = before.then(async () => {
      const store = await this.storeFor(isBuiltIn);
      const { step, end } = throttled(onProgress);
      try {
        const download = () => downloadModel(spec, dtype, store, controller.signal, step);
        const model = store.lasting
          ? await alone(`model ${spec.baseUrl}`, download, () => step(ELSEWHERE), controller.signal)
          : await download();
        return { ...model, lasting: store.lasting };
      } finally {
        await end();
        onProgress[releaseProxy]?.();
      }
    });
    this.last = fetching;
    return fetching;
  }

  /** As `ModelDownloads.read`. */
  async read(model: DownloadedModel, forSeveral: boolean): Promise<ModelFiles> {
    const store = await this.storeFor(!model.lasting);
    return moved(await readModel(model, store, forSeveral ? shared : undefined));
  }

  /** Ends the running download; what has arrived is kept. */
  cancel(): void {
    this.controller.abort();
  }

  private async storeFor(isBuiltIn: boolean): Promise<ModelStore> {
    const lasting = isBuiltIn ? null : await openModels();
    return lasting ? spillingStore(lasting, this.visit, this.spilled) : this.visit;
  }
}

/** A graph in memory that all threads see, where there is enough of it. */
function shared(graph: Uint8Array): Uint8Array {
  if (!sharesMemory()) return graph;
  try {
    return copiedTo(graph, allocate);
  } catch (error) {
    if (error instanceof RangeError) return graph;
    throw error;
  }
}

/** Reports the newest step at intervals; `end` reports the last one and waits until that has arrived. */
function throttled(report: (progress: DownloadProgress) => unknown) {
  let newest: DownloadProgress | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const reportNewest = () => {
    timer = undefined;
    return report(newest!);
  };
  return {
    step(progress: DownloadProgress): void {
      newest = progress;
      timer ??= setTimeout(reportNewest, REPORT_INTERVAL);
    },
    async end(): Promise<void> {
      clearTimeout(timer);
      if (newest) await reportNewest();
    },
  };
}
