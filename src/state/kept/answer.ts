import { pathOf } from '../../dataset/drop-origin';
import { baseName } from '../../lib/base-name';
import { fingerprintOf } from '../../storage/kept/fingerprint';
import type { KeptFile } from '../../storage/kept/kept-set';

/** Files that were asked for again. */
interface Answer {
  readonly fitting: ReadonlyMap<KeptFile, File>;
  /** Why files that have the name of one that was asked for are not it, a sentence each. */
  readonly wrong: readonly string[];
}

/**
 * Compares files with those that were asked for: by name, size and what is in them.
 * @returns null where none has the name of one that was asked for: they are other files
 */
export async function answerTo(asked: readonly KeptFile[], files: readonly File[]): Promise<Answer | null> {
  const byName = new Map<string, KeptFile[]>();
  for (const one of asked) {
    const name = baseName(one.path);
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  const named = files.filter(({ name }) => byName.has(name));
  if (named.length === 0) return null;
  const fitting = new Map<KeptFile, File>();
  const wrong: string[] = [];
  for (const file of named) {
    const candidates = byName.get(file.name)!.filter((one) => !fitting.has(one));
    const samePath = candidates.filter(({ path }) => path === pathOf(file));
    const found = await firstSame(samePath.length > 0 ? samePath : candidates, file);
    if (found) fitting.set(found, file);
    else if (candidates.length > 0) wrong.push(differenceOf(candidates[0], file));
  }
  return { fitting, wrong };
}

async function firstSame(candidates: readonly KeptFile[], file: File): Promise<KeptFile | undefined> {
  const sameSize = candidates.filter(({ size }) => size === file.size);
  if (sameSize.length === 0) return undefined;
  const fingerprint = await fingerprintOf(file);
  return sameSize.find((one) =>
    one.fingerprint === null ? one.modified === file.lastModified : one.fingerprint === fingerprint,
  );
}

function differenceOf({ path, size }: KeptFile, file: File): string {
  const bytes = (number: number) => `${number.toLocaleString('en')} bytes`;
  return size === file.size
    ? `This is not the same file: ${path} is as long as it was (${bytes(size)}), but something else is in it.`
    : `This is not the same file: ${path} had ${bytes(size)}, and the one given now has ${bytes(file.size)}.`;
}
