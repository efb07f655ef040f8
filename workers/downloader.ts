import { transfer } from 'comlink';
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
import { openOpfs } from '../src/storage/opfs';

/** Progress is told once in so many milliseconds. */
const TELL_EVERY = 100;

/** What lives in the thread that fetches and stores models: only there can a file be written in place. */
export class Downloader {
  private readonly visit = memoryStore();
  private lasting: Promise<ModelStore | null> | undefined;
  private controller = new AbortController();
  private last: Promise<unknown> = Promise.resolve();

  /** Sees to it that a model's files are there. Those that are part of this page are not stored a second time. */
  async fetch(
    spec: ModelSpec,
    dtype: ModelDtype,
    isOwn: boolean,
    tell: (progress: DownloadProgress) => unknown,
  ): Promise<DownloadedModel> {
    const controller = (this.controller = new AbortController());
    // A download that was cancelled has to let go of its file first.
    const before = this.last.catch(() => undefined);
    const fetching = before.then(async () => {
      const store = await this.storeFor(isOwn);
      const { step, end } = throttled(tell);
      try {
        const model = await downloadModel(spec, dtype, store, controller.signal, step);
        return { ...model, lasting: store.lasting };
      } finally {
        await end();
      }
    });
    this.last = fetching;
    return fetching;
  }

  /** The bytes of a model that was fetched. */
  async read(model: DownloadedModel): Promise<ModelFiles> {
    const files = await readModel(model, await this.storeFor(!model.lasting));
    return transfer(files, [files.vision.buffer, files.text.buffer]);
  }

  /** Ends the download that goes on; what came is kept. */
  cancel(): void {
    this.controller.abort();
  }

  private async storeFor(isOwn: boolean): Promise<ModelStore> {
    this.lasting ??= openOpfs();
    return isOwn ? this.visit : ((await this.lasting) ?? this.visit);
  }
}

/** Tells the newest step once in a while; `end` tells the last one and waits until it was heard. */
function throttled(tell: (progress: DownloadProgress) => unknown) {
  let newest: DownloadProgress | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellNewest = () => {
    timer = undefined;
    return tell(newest!);
  };
  return {
    step(progress: DownloadProgress): void {
      newest = progress;
      timer ??= setTimeout(tellNewest, TELL_EVERY);
    },
    async end(): Promise<void> {
      clearTimeout(timer);
      if (newest) await tellNewest();
    },
  };
}
