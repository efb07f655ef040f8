import { expect, test } from 'vitest';
import { chosenKinds, directionInitials, directionName, sideNamesOf, SIDES_CHOICES } from './side-names';

test('sides of two kinds are called by these, others by what each is for', () => {
  const names = (...kinds: Parameters<typeof sideNamesOf>) => {
    const sides = sideNamesOf(...kinds);
    return [directionName(sides, 'textToImage'), directionInitials(sides, 'imageToText')];
  };
  expect(names('text', 'image')).toEqual(['text→image', 'i→t']);
  expect(names('image', 'text')).toEqual(['image→text', 't→i']);
  expect(names('image', 'image')).toEqual(['query image→corpus image', 'c→q']);
  expect(names(null, null)).toEqual(['query→item', 'i→q']);
  expect(names('text', null)).toEqual(['text→item', 'i→t']);
});

test('every choice says both kinds, or none', () => {
  expect(SIDES_CHOICES.map((choice) => chosenKinds(choice)?.length ?? 0)).toEqual([0, 2, 2, 2, 2]);
});
