import type { BuiltFile, Wish } from './built-file';
import { KeptFiles, nameOf } from './kept-files';

/**
 * The service worker of the built page. It answers for the files of the build alone, and lets every other request pass. Its answers
 * carry the headers that let threads share memory, where the host sends none, and come from this browser where it keeps the file.
 */

declare const self: ServiceWorkerGlobalScope;
/** The files of this version, filled in by the build. */
declare const BUILT_FILES: readonly BuiltFile[];

const files = new KeptFiles(BUILT_FILES, self.registration.scope);

self.addEventListener('install', (event) => event.waitUntil(install()));

/** Keeps the first view, and of the rest what is kept of the version before, so that this one needs no network either. */
async function install(): Promise<void> {
  const names = self.registration.active ? await files.keptNames() : new Set<string>();
  await files.keep(({ part, path }) => part === 'first view' || names.has(nameOf(path)));
}

self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([files.dropOthers(), self.clients.claim()])),
);

self.addEventListener('fetch', (event) => {
  const file = files.fileOf(event.request);
  if (!file) return;
  const answer = files.answer(file);
  event.respondWith(answer.then(({ response }) => response));
  event.waitUntil(answer.then(({ stored }) => stored));
});

self.addEventListener('message', (event) => {
  const wish = event.data as Wish;
  if (wish.ask === 'take over') event.waitUntil(self.skipWaiting());
  else event.waitUntil(files.keep(({ part }) => wish.parts.includes(part)));
});
