import type { Choices } from '../../protocol/choices';
import type { UserFiles } from '../../run/request';

type Slot = keyof UserFiles;

const SLOTS = Object.keys({
  captions: true,
  pictures: true,
  zip: true,
  tars: true,
  texts: true,
  vectors: true,
  besideVectors: true,
  model: true,
} satisfies Record<Slot, true>) as Slot[];
const PAIRS: readonly Slot[] = ['captions', 'pictures', 'zip', 'tars', 'texts'];

/** Files one by one, with what each is used as. */
export const listed = (files: UserFiles): { readonly slot: Slot; readonly file: File }[] =>
  SLOTS.flatMap((slot) => {
    const inSlot = files[slot];
    const all = inSlot === null ? [] : inSlot instanceof File ? [inSlot] : inSlot;
    return all.map((file) => ({ slot, file }));
  });

/** Files in their places again; the opposite of `listed`. */
export function placed(list: readonly { readonly slot: string; readonly file: File }[]): UserFiles {
  const of = (slot: Slot) => list.filter((one) => one.slot === slot).map(({ file }) => file);
  return {
    captions: of('captions')[0] ?? null,
    pictures: of('pictures'),
    zip: of('zip')[0] ?? null,
    tars: of('tars'),
    texts: of('texts'),
    vectors: of('vectors'),
    besideVectors: of('besideVectors'),
    model: of('model'),
  };
}

/** What a run with these choices reads of the person's files. */
export function slotsOf({ data, npzUrl, model }: Choices): readonly string[] {
  return [
    ...(data === 'files' ? PAIRS : []),
    ...(data === 'npz' && !npzUrl ? ['vectors', 'besideVectors'] : []),
    ...(model === 'files' ? ['model'] : []),
  ];
}
