import { baseName } from '../lib/base-name';
import { originOf, pathOf, setOrigin } from './drop-origin';
import { stemOf } from './file-name';

/**
 * The same files, of which those in folders that share a name with another are called by their whole path instead; a text beside such a
 * picture goes with it. The name is all that a file keeps on its way to another thread.
 */
export function namedApart(files: readonly File[]): File[] {
  const names = namesApart(files.map(pathOf));
  return files.map((file, i) => renamed(file, names[i]));
}

/** What files are called, by their paths: by the last part, or by all of it where another has the same. */
export function namesApart(paths: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of paths.map(baseName)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shared = new Set([...counts].flatMap(([name, count]) => (count > 1 ? [stemOf(name)] : [])));
  return paths.map((path) => (shared.has(stemOf(baseName(path))) ? path : baseName(path)));
}

/** A file by a name; itself where that is its own. */
export function renamed(file: File, name: string): File {
  if (file.name === name) return file;
  const copy = new File([file], name, { type: file.type, lastModified: file.lastModified });
  setOrigin(copy, { root: originOf(file)?.root ?? null, path: pathOf(file) });
  return copy;
}
