import { baseName } from '../lib/base-name';
import { originOf, pathOf, setOrigin } from './drop-origin';
import { stemOf } from './file-name';

/**
 * The same files, of which those in folders that share a name with another are called by their whole path instead; a text beside such a
 * picture goes with it. The name is all that a file keeps on its way to another thread.
 */
export function namedApart(files: readonly File[]): File[] {
  const counts = new Map<string, number>();
  for (const { name } of files) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shared = new Set(files.filter(({ name }) => counts.get(name)! > 1).map(({ name }) => stemOf(name)));
  return files.map((file) => {
    const path = pathOf(file);
    return shared.has(stemOf(baseName(file.name))) && path !== file.name ? renamed(file, path) : file;
  });
}

function renamed(file: File, name: string): File {
  const copy = new File([file], name, { type: file.type, lastModified: file.lastModified });
  const origin = originOf(file);
  if (origin) setOrigin(copy, origin);
  return copy;
}
