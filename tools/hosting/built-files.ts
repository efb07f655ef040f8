import { createHash } from 'node:crypto';
import type { BuiltFile, FilePart } from '../../workers/service-worker/built-file.ts';

/** A file of the build: its path from the folder of the page, and its content. */
export interface Written {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What hosts and readers need, but no visit does. */
const NOT_SERVED = /^\.|^_headers$|^nginx|^sw\.js$|\.(md|map)$/;

/**
 * The files that the service worker answers for.
 * @param firstView paths of what the page loads before the first click
 */
export const builtFiles = (written: readonly Written[], firstView: ReadonlySet<string>): BuiltFile[] =>
  written
    .filter(({ path }) => !NOT_SERVED.test(path))
    .map(({ path, content }) => ({
      // Hosts answer for the page at its folder; some redirect from the name of the file.
      path: path === 'index.html' ? '' : path,
      revision: createHash('sha256').update(content).digest('hex').slice(0, 16),
      part: partOf(path, firstView),
    }))
    .sort((a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part) || (a.path < b.path ? -1 : 1));

const ORDER: readonly FilePart[] = ['first view', 'views', 'data', 'WebGPU, JSPI', 'WebGPU, no JSPI'];

function partOf(path: string, firstView: ReadonlySet<string>): FilePart {
  if (path === 'index.html' || firstView.has(path)) return 'first view';
  if (/^assets\/ort[-.].*jspi/.test(path)) return 'WebGPU, JSPI';
  if (/^assets\/ort[-.].*(asyncify|webgpu)/.test(path)) return 'WebGPU, no JSPI';
  return /^assets\//.test(path) && !/^assets\/ort-/.test(path) ? 'views' : 'data';
}
