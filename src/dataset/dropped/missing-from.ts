import type { Dropped, PairFiles } from './open-dropped';

/** What is missing before these files can be run, and what to add; null where nothing is. */
export function missingFrom(
  { file, pictures }: Dropped,
  { tars, texts }: Pick<PairFiles, 'tars' | 'texts'>,
): string | null {
  const count = (n: number, what: string) => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
  const [captions, given] = [file?.captions.captions.length ?? 0, pictures.length];
  if (given === 0 && captions === 0) {
    return texts.length > 0
      ? 'There are texts, and no pictures beside which they stand. Add the pictures.'
      : 'There are no captions and no pictures yet. Drop a captions file and its pictures, or pictures with a .txt beside each.';
  }
  if (given === 0) {
    const example = file!.captions.pictures[0].fileName;
    return (
      `There are ${count(captions, 'caption')}, and no pictures yet. Add the pictures (files, their folder, a zip or a tar), ` +
      `with names such as ${example}.`
    );
  }
  if (file === null) {
    const where = tars.length > 0 ? ' Their tar has no .txt or .json beside them.' : '';
    return (
      `There ${given === 1 ? 'is' : 'are'} ${count(given, 'picture')}, and no captions yet.${where} Add a captions file (COCO JSON, CSV, JSON lines), ` +
      'or a .txt of the same name beside each picture.'
    );
  }
  return captions === 0 ? 'The captions are all empty, or stand beside no picture of the same name.' : null;
}
