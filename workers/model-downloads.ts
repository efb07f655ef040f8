import { proxy } from 'comlink';
import type { DownloadedModel, DownloadProgress } from '../src/encoder/download/download';
import { generatorFrom } from '../src/lib/async-queue';
import { abortable } from '../src/net/abortable';
import type { ModelDownloads } from '../src/run/ports';
import { openModels } from '../src/storage/models';
import { startDownloader } from './host';

/** Downloads in a worker that is started when it is first needed and stays. */
export function modelDownloads(): ModelDownloads {
  let thread: ReturnType<typeof startDownloader> | undefined;
  const remote = () => (thread ??= startDownloader()).remote;
  return {
    async *fetch(spec, dtype, isBuiltIn, signal) {
      const downloader = remote();
      const stop = () => void downloader.cancel();
      signal.addEventListener('abort', stop, { once: true });
      try {
        return yield* generatorFrom<DownloadProgress, DownloadedModel>((push) =>
          abortable(downloader.fetch(spec, dtype, isBuiltIn, proxy(push)), signal),
        );
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    read: (model, forSeveral) => remote().read(model, forSeveral),
    find: async (url) => (await openModels())?.find(url),
  };
}
