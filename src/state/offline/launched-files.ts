import { setOrigin } from '../../dataset/drop-origin';
import { messageOf } from '../../lib/errors';
import { giveFiles } from '../files/give-files';
import { notify } from '../store';

/** Not in every browser, and not in TypeScript's DOM library. */
interface LaunchQueue {
  setConsumer(consume: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

/** Takes files that were opened with the installed page as if they had been dropped. */
export function takeLaunchedFiles(): void {
  (globalThis as { launchQueue?: LaunchQueue }).launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length > 0) void take(files);
  });
}

async function take(handles: readonly FileSystemFileHandle[]): Promise<void> {
  try {
    await giveFiles(await Promise.all(handles.map(fileOf)));
  } catch (error) {
    notify(`A file could not be opened: ${messageOf(error)}`);
  }
}

async function fileOf(handle: FileSystemFileHandle): Promise<File> {
  const file = await handle.getFile();
  setOrigin(file, { root: handle, path: file.name });
  return file;
}
