import * as v from 'valibot';
import type { DeepReadonly } from '../lib/deep-readonly';
import { SIDES, type Direction } from './direction';

const sideNameSchema = v.object({ one: v.string(), many: v.string() });

/** What a reader calls the items of the two sides, as a run's record has it. */
export const sideNamesSchema = v.object({ text: sideNameSchema, image: sideNameSchema });
export type SideNames = DeepReadonly<v.InferOutput<typeof sideNamesSchema>>;
export type SideName = SideNames['text'];

/** What a side holds. */
export type SideKind = 'text' | 'image';

const KINDS: Readonly<Record<SideKind, SideName>> = {
  text: { one: 'text', many: 'texts' },
  image: { one: 'image', many: 'images' },
};

export const TEXT_AND_IMAGE: SideNames = KINDS;

/** The names of sides of any kind: by kind where these differ, else by what each side is for; null where a kind is not known. */
export function sideNamesOf(first: SideKind | null, second: SideKind | null): SideNames {
  if (first !== null && first === second) {
    const { one, many } = KINDS[first];
    return {
      text: { one: `query ${one}`, many: `query ${many}` },
      image: { one: `corpus ${one}`, many: `corpus ${many}` },
    };
  }
  return {
    text: first === null ? { one: 'query', many: 'queries' } : KINDS[first],
    image: second === null ? { one: 'item', many: 'items' } : KINDS[second],
  };
}

/** Whether one side is known to hold texts and the other images, so that nothing can be on both. */
export const areOfTwoKinds = ({ text, image }: SideNames): boolean =>
  [text.one, image.one].sort().join() === [KINDS.image.one, KINDS.text.one].join();

/** A direction as a reader sees it: "text→image". */
export const directionName = (sides: SideNames, direction: Direction): string =>
  `${sides[SIDES[direction].query].one}→${sides[SIDES[direction].gallery].one}`;

/** The same by initials, for headings of columns: "t→i". */
export const directionInitials = (sides: SideNames, direction: Direction): string =>
  `${sides[SIDES[direction].query].one[0]}→${sides[SIDES[direction].gallery].one[0]}`;

/** The choices of what the sides hold; `auto` goes by the names of arrays and the texts beside them. */
export const SIDES_CHOICES = ['auto', 'text-image', 'text-text', 'image-image', 'image-text'] as const;
export type SidesChoice = (typeof SIDES_CHOICES)[number];

/** The kinds that a choice says; null where it says nothing. */
export function chosenKinds(choice: SidesChoice): readonly [SideKind, SideKind] | null {
  return choice === 'auto' ? null : (choice.split('-') as [SideKind, SideKind]);
}
