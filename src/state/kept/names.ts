import { namesApart } from '../../dataset/named-apart';
import { baseName } from '../../lib/base-name';
import type { KeptFile } from '../../storage/kept/kept-set';

/** What each file of a set is called, as it was when it was given (`namedApart`). Those of a model keep their names. */
export function namesOf(files: readonly Pick<KeptFile, 'slot' | 'path'>[]): string[] {
  const apart = files.filter(({ slot }) => slot !== 'model').map(({ path }) => path);
  const names = namesApart(apart);
  const byPath = new Map(apart.map((path, i) => [path, names[i]]));
  return files.map(({ slot, path }) => (slot === 'model' ? baseName(path) : byPath.get(path)!));
}
