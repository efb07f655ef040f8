import type { CaptionsFile } from './captions-formats';

/** What a reader of results must know of how a captions file was read; null where nothing was guessed or chosen. */
export function readingCaveat({ head, splits, captions }: CaptionsFile): string | null {
  if (splits) {
    const total = Object.values(splits).reduce((sum, pictures) => sum + pictures, 0);
    const { length } = captions.pictures;
    return length === total
      ? null
      : `Of ${total} pictures in the captions file, the ${length} of one split are used.`;
  }
  if (!head) return null;
  const { image, caption } = head.found;
  if (!image || !caption || (image.by === 'name' && caption.by === 'name')) return null;
  const how = (by: string) =>
    by === 'content' ? ', as its cells look' : by === 'choice' ? ', as chosen' : '';
  return (
    `Pictures are named by the column ${JSON.stringify(image.name)}${how(image.by)}; ` +
    `captions are those of ${JSON.stringify(caption.name)}${how(caption.by)}.`
  );
}
