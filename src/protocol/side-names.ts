import * as v from 'valibot';
import { SIDES, type Direction } from './direction';

const sideNameSchema = v.object({ one: v.string(), many: v.string() });

/** What a reader calls the items of the two sides, as a run's record has it. */
export const sideNamesSchema = v.object({ text: sideNameSchema, image: sideNameSchema });

/** What a side holds. */
export type SideKind = 'text' | 'image';

/** What the items of a side are called: one of them, and several. */
export interface SideName {
  readonly one: string;
  readonly many: string;
  /** What a direction calls the side, where that is not the name of an item. */
  readonly kind?: SideKind;
}
export type SideNames = Readonly<Record<SideKind, SideName>>;

const KINDS: Readonly<Record<SideKind, SideName>> = {
  text: { one: 'text', many: 'texts' },
  image: { one: 'image', many: 'images' },
};

/** The sides of data that holds captions and pictures. */
export const TEXT_AND_IMAGE: SideNames = {
  text: { one: 'caption', many: 'captions', kind: 'text' },
  image: { one: 'picture', many: 'pictures', kind: 'image' },
};

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
  [inDirection(text), inDirection(image)].sort().join() === [KINDS.image.one, KINDS.text.one].join();

/** What a direction calls a side. */
const inDirection = ({ kind, one }: SideName): string => kind ?? one;

/** A direction as a reader sees it: "text→image". */
export const directionName = (sides: SideNames, direction: Direction): string =>
  `${inDirection(sides[SIDES[direction].query])}→${inDirection(sides[SIDES[direction].gallery])}`;

/** The same by initials, for headings of columns: "t→i". */
export const directionInitials = (sides: SideNames, direction: Direction): string =>
  `${inDirection(sides[SIDES[direction].query])[0]}→${inDirection(sides[SIDES[direction].gallery])[0]}`;

/** The choices of what the sides hold; `auto` goes by the names of arrays and the texts beside them. */
export const SIDES_CHOICES = ['auto', 'text-image', 'text-text', 'image-image', 'image-text'] as const;
export type SidesChoice = (typeof SIDES_CHOICES)[number];

/** The kinds that a choice says; null where it says nothing. */
export function chosenKinds(choice: SidesChoice): readonly [SideKind, SideKind] | null {
  return choice === 'auto' ? null : (choice.split('-') as [SideKind, SideKind]);
}
