import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const NODE_MODULES = 'node_modules';
/** Texts for packages that ship without one, by the beginning of their names. */
const TEXTS_HERE = { onnxruntime: 'tools/hosting/licences/onnxruntime.txt' };
/** Compiled into the kernels, which no bundle sees. */
const IN_KERNELS = join(NODE_MODULES, 'assemblyscript');
/** What the project says of itself, and of the data and pictures that ship with it. */
const OWN: readonly (readonly [title: string, path: string])[] = [
  ['Cross-modal retrieval lab', 'LICENSE'],
  ['What it contains of others', 'NOTICE'],
  ['The model of the demo', 'public/demo/model/README.md'],
  ['COCO mini', 'public/coco-mini/NOTICE.md'],
  ['Further right pictures of COCO', 'public/relevance/NOTICE.md'],
];

/**
 * Writes the licences of everything that ships into one file, `licences.txt`. Vite's own list (`build.license`) leaves out what only
 * workers import, such as onnxruntime-web.
 * @returns a plugin that goes into the list of the page and one for that of the workers
 */
export function licences(): { readonly ofPage: Plugin; readonly ofWorkers: Plugin } {
  const folders = new Set([IN_KERNELS]);
  const collect = (bundle: Rolldown.OutputBundle): void => {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      for (const id of file.moduleIds) {
        const folder = folderOf(id);
        if (folder) folders.add(folder);
      }
    }
  };
  return {
    ofWorkers: { name: 'licences-of-workers', generateBundle: (_options, bundle) => collect(bundle) },
    ofPage: {
      name: 'licences',
      apply: 'build',
      generateBundle(_options, bundle) {
        collect(bundle);
        this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licencesFile([...folders]) });
      },
    },
  };
}

/** The folder of the package that a module belongs to; undefined where to none. */
export const folderOf = (id: string): string | undefined =>
  /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.replaceAll('\\', '/').replace(/^\0/, ''))?.[0];

/** @throws Error where a package has no licence */
function licencesFile(folders: readonly string[]): string {
  const packages = new Map(folders.map(licenceOf).map(({ title, text }) => [title, text]));
  const sorted = [...packages].sort(([a], [b]) => (a < b ? -1 : 1));
  const own = OWN.map(([title, path]) => [title, readFileSync(path, 'utf8')] as const);
  // Hosts do not say in which encoding they send text, so the file does.
  return (
    '\uFEFF' + [...own, ...sorted].map(([title, text]) => `## ${title}\n\n${text.trim()}\n`).join('\n\n')
  );
}

function licenceOf(folder: string): { readonly title: string; readonly text: string } {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each));
  const [, here] = Object.entries(TEXTS_HERE).find(([start]) => name.startsWith(start)) ?? [];
  const path = file ? join(folder, file) : here;
  if (!path || !existsSync(path)) {
    throw new Error(`${name} has no licence file: find its text and list it in ${import.meta.filename}.`);
  }
  return { title: `${name} ${version} (${license})`, text: readFileSync(path, 'utf8') };
}
