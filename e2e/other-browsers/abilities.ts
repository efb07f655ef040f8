import type { DrivenPage } from './driven';

const LOOK = `(async () => Object.entries({
  isolation: crossOriginIsolated,
  'shared memory': 'SharedArrayBuffer' in globalThis,
  'private file system': await (async () => navigator.storage.getDirectory())().then(() => true, () => false),
  'service workers': 'serviceWorker' in navigator,
  WebGPU: !!(await navigator.gpu?.requestAdapter()),
  JSPI: 'Suspending' in WebAssembly,
  VideoFrame: 'VideoFrame' in globalThis,
  'handles of dropped files': 'getAsFileSystemHandle' in DataTransferItem.prototype,
  'opening files with the installed page': 'launchQueue' in globalThis,
  'Trusted Types': 'trustedTypes' in globalThis,
}))()`;

/** What an open page finds in its browser of what docs/BROWSERS.md lists, in words. */
export async function abilitiesOf(page: DrivenPage): Promise<string> {
  const found = (await page.evaluate(LOOK)) as [name: string, has: boolean][];
  const names = (has: boolean) => found.filter(([, value]) => value === has).map(([name]) => name);
  return `has ${names(true).join(', ')}; has not ${names(false).join(', ')}`;
}
